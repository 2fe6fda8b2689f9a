import axios from 'axios'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../miniprogram/shared/domain/attachment'
import { type Answers, type Field, holdsFiles } from '../../miniprogram/shared/form'
import { minimalAnswers as nurseAnswers } from '../shared/fixtures/nurse-registration'
import { minimalAnswers as freightAnswers } from '../shared/fixtures/road-freight'
import { png } from '../support/citizen/files'
import { phone } from '../support/phone'
import type { Screen } from '../support/screen'
import { openPage, openVisited, plugIn, unplug } from '../support/simulate'
import { startSystemProcess, type SystemProcess } from '../support/system-process'

/**
 * The same journey through each of the two cloud ports, from the page's method to the provider and back: real pages,
 * services and port, real functions with the real SDK, the stateful provider. Only wx is a stub, over real HTTP.
 */
let system: SystemProcess
const folder = mkdtempSync(join(tmpdir(), 'tjgx-journey-'))

beforeAll(async () => {
  system = await startSystemProcess()
}, 60_000)
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true })
})
afterEach(unplug)

/** Asks the desk's API as the office's page does. */
async function desk(path: string, body?: object): Promise<unknown> {
  const url = `${system.deskUrl}/api/${path}`
  const { data } = await axios.request<unknown>({ url, method: body ? 'POST' : 'GET', data: body, adapter: 'http' })
  return data
}

/** Was this filing page the last one asked for? */
const asksFor = (name: string): boolean => phone.visits.at(-1)?.url.includes(`declare/pages/${name}/`) === true

interface Question {
  readonly situationId: string
  readonly multiple: boolean
  readonly options: readonly { optionId: string; name: string }[]
}

/** Answers the questions by option name, one after the other. */
async function answer(page: Screen, names: readonly string[]): Promise<void> {
  const asked = (): Question | null => (page.node.data['path'] as { question: Question | null }).question
  for (const name of names) {
    const question = asked()
    const optionId = question?.options.find((o) => o.name.includes(name))?.optionId
    if (!optionId) throw new Error(`no option ${name} in: ${page.text}`)
    await page.call('onOptionTap', { currentTarget: { dataset: { optionId } } })
    if (question?.multiple) await page.call('onNextTap')
    await page.until(() => asked()?.situationId !== question?.situationId, `the question after ${name}`)
  }
}

interface ShownField {
  readonly field: Field
}

/** A file on the phone, its bytes its own. */
function fileOnPhone(label: string): { path: string; name: string; size: number } {
  const { name, buffer } = png(label)
  const path = join(folder, name)
  writeFileSync(path, buffer)
  return { path, name, size: buffer.length }
}

/** Fills what each step shows, and goes on, until the attachments page is asked for. */
async function fillEveryStep(form: Screen, answers: Answers, label: string): Promise<void> {
  const steps = (form.node.data['stepTitles'] as readonly string[]).length
  for (let step = 0; step < steps; step++) {
    const seen = new Set<string>()
    for (;;) {
      // An answer may show further fields: look again after each.
      const shown = (form.node.data['fields'] as readonly ShownField[]).map((f) => f.field)
      const next = shown.find((f) => !seen.has(f.id) && answers[f.id] !== undefined)
      if (!next) break
      seen.add(next.id)
      const detail = { fieldId: next.id, value: answers[next.id] }
      if (holdsFiles(next)) {
        await form.call('onFieldSign', { detail: { ...detail, file: fileOnPhone(`${label}-${next.id}`) } })
      } else {
        await form.call('onFieldChange', { detail })
        await form.call('onFieldBlur', { detail })
      }
    }
    await form.call('onNextTap')
    const done = (): boolean => form.node.data['stepIndex'] === step + 1 || asksFor('attachments')
    await form.until(done, `the step after ${String(form.node.data['stepTitle'])}`)
  }
}

/** Photographs every material that lacks files, one file at a time; the ledger's word counts. */
async function upload(page: Screen, label: string): Promise<number> {
  let sent = 0
  for (;;) {
    const materials = page.node.data['materials'] as readonly {
      materialId: string
      enough: boolean
      files: Attachment[]
    }[]
    const open = materials.find((m) => !m.enough)
    if (!open) return sent
    sent += 1
    const file = fileOnPhone(`${label}-${sent}`)
    phone.files = [file]
    const before = open.files.length
    await page.call('onAdd', { detail: { materialId: open.materialId, source: 'album' } })
    await page.until(() => {
      const now = (page.node.data['materials'] as typeof materials).find((m) => m.materialId === open.materialId)
      return now !== undefined && now.files.length > before && !page.node.data['busy']
    }, `${file.name} to arrive`)
  }
}

/** Opens what the review folds. */
async function unfold(review: Screen): Promise<void> {
  await review.until(() => review.node.data['view'] !== null, 'the review')
  const { forms } = review.node.data['view'] as { forms: { sections: { key: string; rest: string }[] }[] }
  for (const { key, rest } of forms.flatMap(({ sections }) => sections)) {
    if (rest !== '') await review.call('onSectionToggle', { detail: { key } })
  }
}

/** A person's matter and an enterprise's. */
const NURSE = {
  subjectType: 'person',
  matterId: 'SX120116000014',
  law: '护士条例',
  situation: ['首次注册', '未超过3年', '本人'],
  answers: (today: string) => nurseAnswers(today, ''),
  told: '虚构护理职业学院',
  files: 5,
} as const
const FREIGHT = {
  subjectType: 'enterprise',
  matterId: 'SX120116000001',
  law: '道路运输条例',
  situation: ['首次申请', '已购置车辆', '道路普通货运', '法定代表人'],
  answers: (today: string) => freightAnswers(today, ''),
  told: '虚构牌 XG4250',
  files: 4,
} as const

describe.each([
  { matter: NURSE, through: 'sandbox', citizen: 'citizen-1', account: '13000000102' },
  { matter: NURSE, through: 'wechat', citizen: 'citizen-2', account: '13000000103' },
  { matter: FREIGHT, through: 'wechat', citizen: 'citizen-3', account: '91120116MA0FXN011B' },
] as const)('$matter.subjectType, through platform/cloud/$through', ({ matter, through, citizen, account }) => {
  test('bind, guide, situation, form, files, review, receipt, progress', async () => {
    plugIn({ gateway: system.gatewayUrl, citizen, through })

    const bind = await openPage('packages/account/pages/bind/bind')
    await bind.call('onSubjectTap', { currentTarget: { dataset: { subject: matter.subjectType } } })
    await bind.type('.account-input', account)
    await bind.type('.password-input', 'Demo@2026')
    await bind.tap('.agree')
    await bind.tap('.agree-sensitive')
    await bind.tap('.submit')
    await bind.until(() => phone.visits.length > 0, 'the binding')

    const guide = await openPage('packages/matter/pages/guide/guide', { matterId: matter.matterId })
    await guide.untilText('法律依据')
    for (const fold of guide.all('.guide-fold')) await fold.tap('.fold')
    expect(guide.text).toContain(matter.law)
    await guide.tap('.offer')
    const situation = await openVisited()
    await situation.until(
      () => Boolean((situation.node.data['path'] as { question?: unknown } | null)?.question),
      'the first question',
    )
    await answer(situation, matter.situation)
    await situation.untilText('您要准备')
    await situation.until(() => situation.has('.start'), 'the checklist')
    await situation.tap('.start')
    await situation.until(() => asksFor('form'), 'the draft')

    const form = await openVisited()
    await form.until(() => form.node.data['ready'] === true, 'the form')
    const today = form.node.data['today'] as string
    await fillEveryStep(form, matter.answers(today), `${citizen}-form`)
    const draftId = new URL(phone.visits.at(-1)?.url ?? '', 'http://mini').searchParams.get('draftId') ?? ''
    const attachments = await openPage('packages/declare/pages/attachments/attachments', { draftId })
    await attachments.until(() => attachments.node.data['ready'] === true, 'the materials')
    expect(await upload(attachments, citizen)).toBe(matter.files)

    const review = await openPage('packages/declare/pages/review/review', { draftId })
    await unfold(review)
    await review.untilText(matter.told)
    await review.call('onSubmitTap')
    await review.call('onAgreeTap')
    await review.until(() => asksFor('receipt'), 'the receipt')

    const receipt = await openVisited()
    await receipt.until(() => Boolean(receipt.node.data['receipt']), 'the receipt')
    const { caseNo, deliveredText } = receipt.node.data['receipt'] as { caseNo: string; deliveredText: string }
    expect(deliveredText).toMatch(/都已送达$/)

    const seen = await desk(`cases/${caseNo}`)
    expect(JSON.stringify(seen)).toContain(matter.told)
    await desk(`cases/${caseNo}/actions`, { action: 'accept' })
    const progress = await openPage('packages/case/pages/progress/progress', { caseNo })
    await progress.untilText('已受理')
  }, 60_000)
})
