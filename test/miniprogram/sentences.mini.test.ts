import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusedBinding } from '../../miniprogram/packages/account/pages/bind/binding-errors'
import { notOpenedText as documentText } from '../../miniprogram/packages/case/components/document-list/document-view'
import { notOpenedText as archivedText } from '../../miniprogram/packages/case/pages/archive/archive-view'
import { saveText } from '../../miniprogram/packages/declare/draft/save-text'
import { materialView } from '../../miniprogram/packages/declare/upload/material-view'
import { outcomeOf } from '../../miniprogram/services/call'
import {
  causeOf,
  notSentAfterAll,
  numberedSentence,
  ServiceError,
  toFailure,
  type Failure,
} from '../../miniprogram/services/service-error'
import { tellFailure } from '../../miniprogram/services/tell-failure'
import { ERROR_CODES, type ErrorCode } from '../../miniprogram/shared/contract/errors'
import { NO_PROMISES } from '../../miniprogram/shared/domain/promise'
import { refuse, startGateway, type Gateway } from '../support/gateway'
import { phone } from '../support/phone'
import type { Screen } from '../support/screen'
import { MINIPROGRAM, plugIn, renderComponent, unplug } from '../support/simulate'
import { PHOTO } from './fixtures'

/** Every error code × every place that shows one: what stands there together is true, said once, and says what to do. */

/** Two things that cannot both be said. */
const CONTRADICTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [/也没有存下/, /保留在手机上|都还在/],
  [/不要离开/, /请(返回|到|先绑定|在“我的”)|返回列表|重新打开/],
  [/没有提交成功|都还在|没有删除/, /已经提交过|没有找到|结果确认中/],
  [/不要重复提交|不需要再次提交/, /重试|再试|重新上传|再提交一次|更换|提交评价/],
  [/不需要重复上传/, /更换|换一个/],
]
const TELLS = /请|不需要|会自动|仍会|不影响/
/** One way to try again is enough. */
const TRY_AGAIN = /请(稍后|稍等片刻|检查网络后|再)/g

function faults(said: string): string[] {
  const sentences = said
    .split(/[。！？\n]+|\s{2,}/)
    .map((one) => one.trim())
    .filter(Boolean)
  return [
    ...sentences.filter((one, i) => sentences.indexOf(one) !== i).map((one) => `twice: ${one}`),
    ...CONTRADICTIONS.filter(([one, other]) => one.test(said) && other.test(said)).map((pair) => pair.join(' and ')),
    ...(TELLS.test(said) ? [] : ['says nothing to do']),
    ...((said.match(TRY_AGAIN) ?? []).length > 1 ? ['two ways to try again'] : []),
    ...(/。[，。：]|：。|undefined|null/.test(said) ? ['badly put together'] : []),
    ...(/编号告诉/.test(said) && !/有编号的/.test(said) ? ['speaks of a number that may not be there'] : []),
  ]
}

/** Sources of pages and components, without packed ones. */
const files = readdirSync(MINIPROGRAM, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(ts|wxml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/miniprogram_npm|node_modules/.test(path))
  .map((path) => ({ path: path.slice(MINIPROGRAM.length + 1), text: readFileSync(path, 'utf8') }))
const found = (pattern: RegExp): string[] => [
  ...new Set(files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, words = '']) => words))),
]

/** Failures of a call that may be repeated, with and without a number. */
const failuresOf = (code: ErrorCode): readonly Failure[] => [
  ...['', 'ab12cd34'].map((id) => toFailure({ code, retryable: true }, id, outcomeOf(code, 'same'))),
  // A reason of its own says what to do: the twin is said at every place, and nothing is added to it.
  ...(code === 'FILE_REFUSED' ? [toFailure({ code, message: TWIN, retryable: false }, '', 'refused')] : []),
]
const TWIN = '这个文件已经上传过了，不需要重复上传'

/** What a template says, with the failure's words in their places. */
const filled = (template: string, { title, next }: Failure): string =>
  template.replace(/\{\{failure\.title\}\}/, title).replace(/\{\{failure\.next\}\}/, next)

type Place = (failure: Failure) => string | Promise<string>

/** What a component says; it is mounted once for all codes, because mounting is slow. */
let mounted: Screen | null = null
const rendered =
  (path: string, properties: (failure: Failure) => object): Place =>
  async (failure) => {
    mounted ??= renderComponent(path, {})
    mounted.node.setData(properties(failure))
    await mounted.rest(0)
    return mounted.node.dom?.innerHTML.replace(/<[^>]*>/g, '\n') ?? ''
  }
const NOTICE = 'components/failure-notice/failure-notice'
const SUBMIT = 'packages/declare/components/submit-failure/submit-failure'
const dialog =
  (kept: string): Place =>
  async (failure) => {
    await tellFailure(new ServiceError(failure), kept)
    const { title = '', content = '' } = phone.modals.at(-1) ?? {}
    return `${title}。${content}`
  }

const upload: Place = (failure) => {
  const file = { path: '/p', name: '照片.jpg', size: 9 }
  const item = {
    key: 'k',
    materialId: PHOTO.materialId,
    file,
    kept: 'yes',
    percent: 0,
    attachmentId: '',
    refusal: '',
  } as const
  const [row] = materialView(PHOTO, [], [{ ...item, state: 'failed', failure }], NO_PROMISES).files
  return `${row?.stateText}。${row?.reason}${row?.canRetry ? '\n重新上传' : ''}`
}
const save =
  (onPhone: boolean): Place =>
  (failure) => {
    const { text, next, canRetry, canLogIn } = saveText({ kind: 'failed', failure, onPhone })
    return [text, next, canRetry ? '再试一次' : '', canLogIn ? '重新登录' : ''].join('\n')
  }
const binding: Place = (failure) => {
  const { form, next, password, account } = refusedBinding(failure, Date.now())
  return [form, next, password, account].join('\n')
}

const PLACES: Readonly<Record<string, Place>> = {
  'a dialog': dialog(''),
  ...Object.fromEntries(found(/tellFailure\(\w+, '([^']+)'\)/g).map((kept) => [`a dialog: ${kept}`, dialog(kept)])),
  'a part of a page': rendered(NOTICE, (failure) => ({ failure })),
  ...Object.fromEntries(
    found(/<failure-notice[^>]*subject="([^"{]+)"/g).map((subject) => [
      `a part: ${subject}`,
      (failure: Failure) => `${subject}没有取到：${failure.title}\n${failure.next}`,
    ]),
  ),
  'a page': rendered('components/page-state/page-state', (failure) => ({ status: { phase: 'failed', failure } })),
  'a page that was not refreshed': rendered('components/page-state/page-state', (failure) => ({
    status: { phase: 'ready', failure },
  })),
  'the submit of a declaration': rendered(SUBMIT, (failure) => ({ failure, kept: '您填写的内容' })),
  'the submit of a round': rendered(SUBMIT, (failure) => ({ failure, kept: '您补的内容' })),
  'what became of a submit': rendered('packages/declare/components/confirming-notice/confirming-notice', (failure) => ({
    failure,
  })),
  'a rating that did not arrive': (failure) => {
    const { title, next } = notSentAfterAll(failure)
    return `${title}\n${next}${failure.code === 'ALREADY_SUBMITTED' ? '' : '\n提交评价'}`
  },
  'the line of a form': save(true),
  'the line of a form, the phone is full': save(false),
  'a file': upload,
  'the binding': binding,
  'a document': (failure) => `文书没有打开。${documentText(failure)}`,
  'a file of the zip': (failure) => `文件没有打开。${archivedText(failure)}`,
  'a line of text': numberedSentence,
  ...Object.fromEntries(
    found(/>([^<>]*\{\{(?:cause|earlierFailure)\}\}[^<>]*)</g).map((template) => [
      template,
      (failure: Failure) => template.replace(/\{\{\w+\}\}/, causeOf(failure)),
    ]),
  ),
  'the import': (failure) => filled('没有读出来。{{failure.title}}\n草稿没有变动。{{failure.next}}', failure),
}

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  mounted = null
  plugIn()
})
afterEach(unplug)

test.each(Object.keys(PLACES))('%s: every code', async (name) => {
  const said: Record<string, string[]> = {}
  for (const code of ERROR_CODES) {
    for (const failure of failuresOf(code)) {
      const text = (await PLACES[name]?.(failure)) ?? ''
      const wrong = faults(text)
      if (wrong.length > 0) said[`${code}: ${text}`] = wrong
    }
  }
  expect(said).toEqual({})
})

test('reminders that could not be noted: every code', async () => {
  plugIn({ gateway: gateway.url })
  const offer = renderComponent('components/reminder-offer/reminder-offer', {})
  for (const code of ERROR_CODES) {
    gateway.handlers = { 'inbox.consent': () => refuse({ code, retryable: true }) }
    offer.node.setData({ said: '' })
    const keep = offer.node.instance['keep'] as (uses: readonly string[]) => Promise<string>
    expect(faults(await keep.call(offer.node.instance, ['turn']))).toEqual([])
  }
})

/** Who shows a failure, by which of the places above. A new one is tried there before it is listed here. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'a dialog': [
    'components/failure-notice/failure-notice.ts',
    'packages/account/pages/consent/consent.ts',
    'packages/account/pages/inbox/inbox.ts',
    'packages/account/pages/my-data/my-data.ts',
    'packages/account/pages/policy/policy.ts',
    'packages/declare/pages/attachments/attachments.ts',
    'packages/declare/pages/earlier/earlier.ts',
    'packages/declare/pages/receipt/receipt.ts',
    'packages/declare/pages/review/review.ts',
    'packages/declare/print/show-printed.ts',
    'packages/declare/upload/files-session.ts',
    'packages/declare/upload/show-file.ts',
    'packages/matter/pages/guide/guide.ts',
    'pages/account/account.ts',
    'pages/home/home.ts',
    'services/tell-failure.ts',
  ],
  'a part of a page': [
    'packages/account/pages/credit/credit.wxml',
    'packages/case/pages/archive/archive.wxml',
    'packages/case/pages/documents/documents.wxml',
    'packages/case/pages/progress/progress.wxml',
    'packages/case/pages/rating/rating.wxml',
    'packages/declare/pages/earlier/earlier.wxml',
    'packages/matter/components/blank-forms/blank-forms.wxml',
    'packages/matter/pages/guide/guide.wxml',
    'packages/matter/pages/situation/situation.wxml',
    'pages/cases/cases.wxml',
    'pages/home/home.wxml',
  ],
  'a page': ['components/page-state/page-state.wxml'],
  'the submit of a declaration': [
    'packages/declare/components/submit-failure/submit-failure.wxml',
    'packages/declare/pages/review/review.wxml',
    'packages/declare/pages/supplement/supplement.wxml',
  ],
  'what became of a submit': [
    'packages/declare/components/confirming-notice/confirming-notice.ts',
    'packages/declare/components/confirming-notice/confirming-notice.wxml',
    'packages/declare/pages/receipt/receipt.wxml',
  ],
  'a rating that did not arrive': ['packages/case/pages/rating/rating.ts'],
  'the line of a form': ['packages/declare/draft/save-text.ts'],
  'a file': ['packages/declare/upload/file-view.ts'],
  'the binding': ['packages/account/pages/bind/binding-errors.ts'],
  'a document': ['packages/case/components/document-list/document-view.ts'],
  'a file of the zip': ['packages/case/pages/archive/archive-view.ts'],
  'a line of text': [
    'packages/declare/pages/form/prefill-session.ts',
    'packages/declare/pages/form/signature-uploads.ts',
    'services/service-error.ts',
  ],
  'the import': ['packages/declare/pages/import/import.ts', 'packages/declare/pages/import/import.wxml'],
  'a reminder': ['components/reminder-offer/reminder-offer.ts'],
  'an earlier round': ['packages/declare/pages/supplement/supplement-session.ts'],
}

test('no place is forgotten', () => {
  const marks = [
    /tellFailure[(,)]|numberedSentence\(|sentenceOf\(|causeOf\(|notSentAfterAll\(/,
    /ailure\.(title|next)|<(failure-notice|submit-failure|confirming-notice)/,
  ]
  const showing = files.filter(({ text }) => marks.some((mark) => mark.test(text))).map(({ path }) => path)
  const listed = [...new Set(Object.values(SHOWN).flat())]
  expect(showing.sort()).toEqual(listed.sort())
})
