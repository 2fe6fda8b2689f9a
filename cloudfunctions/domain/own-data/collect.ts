import { SUBJECT_LABEL } from '../../../miniprogram/shared/domain/account'
import { ATTACHMENT_STATE_LABEL } from '../../../miniprogram/shared/domain/attachment'
import { MESSAGE_TEXT } from '../../../miniprogram/shared/domain/message'
import { sizeText } from '../../../miniprogram/shared/domain/size-text'
import { formatBeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { displayInFull } from '../../../miniprogram/shared/form'
import { listAttachments } from '../../stores/attachments'
import { findBinding } from '../../stores/bindings'
import { listWatchesOf } from '../../stores/case-watches'
import { type DeclarationRow, listDeclarationsOf } from '../../stores/declarations'
import { listMessages } from '../../stores/messages'
import { listOpenConsents } from '../../stores/reminder-consents'
import { listSupplementsOf, type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { openForms } from '../declaration/form-rows'
import { NOTE } from '../news/tell'

/** One thing that is kept, for people (`lines`: what, and what it says) and for machines (`data`). */
interface Entry {
  readonly title: string
  readonly lines: readonly (readonly [label: string, text: string])[]
  readonly data: unknown
}

/** All that is kept of one identity. */
export interface OwnData {
  readonly of: string
  readonly madeAt: string
  readonly chapters: readonly { readonly title: string; readonly entries: readonly Entry[] }[]
}

/** More than anybody has of one kind. */
const MOST = 1000

const STATE_TEXT = { draft: '草稿，尚未提交', confirming: '结果确认中', submitted: '已提交' } as const
const PROFILE_LABELS = {
  name: '姓名或名称',
  idNo: '证件号码',
  uscc: '统一社会信用代码',
  phone: '手机号',
  legalPerson: '法定代表人',
  legalPersonIdNo: '法定代表人证件号码',
  agentName: '经办人',
  agentIdNo: '经办人证件号码',
  address: '地址',
} as const

/** Opens all that is kept of the identity that acts. Tokens are no data of hers: they are the provider's keys. @param now ms since the epoch */
export async function collect(active: ActiveIdentity, now: number): Promise<OwnData> {
  const [identity, declarations, answers, cases, messages, reminders] = await Promise.all([
    identityOf(active),
    listDeclarationsOf(active, MOST).then((rows) => Promise.all(rows.map(declarationEntry))),
    listSupplementsOf(active, MOST).then((rows) => Promise.all(rows.map(answerEntry))),
    listWatchesOf(active, MOST),
    listMessages(active, 0, MOST),
    listOpenConsents(active.openid),
  ])
  return {
    of: `${active.profile.name}（${SUBJECT_LABEL[active.subjectType]}）`,
    madeAt: toBeijingTime(now),
    chapters: [
      { title: '绑定的身份', entries: [identity] },
      { title: '草稿和申报', entries: declarations },
      { title: '补正', entries: answers },
      {
        title: '办件',
        entries: cases.map(({ caseNo, matterName, toldStatus, toldAt }) => ({
          title: matterName,
          lines: [['办件号', caseNo] as const, ['上次告诉您', formatBeijingTime(toBeijingTime(toldAt))] as const],
          data: { caseNo, matterName, toldStatus, toldAt: toBeijingTime(toldAt) },
        })),
      },
      {
        title: '消息',
        entries: messages.map(({ _id, caseNo, matterName, kind, note, at, read }) => {
          const words = NOTE.open(_id, note)
          const title = MESSAGE_TEXT[kind].title
          return {
            title: `${formatBeijingTime(at)} ${title}`,
            lines: [['事项', matterName] as const, ['办件号', caseNo] as const, ['一网通的说明', words] as const],
            data: { caseNo, matterName, kind, note: words, at, read },
          }
        }),
      },
      {
        title: '微信提醒',
        entries: reminders.map(({ use, givenAt }) => ({
          title: `${formatBeijingTime(toBeijingTime(givenAt))} 同意提醒一次`,
          lines: [],
          data: { use, givenAt: toBeijingTime(givenAt) },
        })),
      },
    ],
  }
}

async function identityOf({ bindingId, profile, subjectType }: ActiveIdentity): Promise<Entry> {
  const boundAt = (await findBinding(bindingId))?.boundAt ?? ''
  const labels = Object.entries(PROFILE_LABELS) as readonly (readonly [keyof typeof PROFILE_LABELS, string])[]
  return {
    title: SUBJECT_LABEL[subjectType],
    lines: [
      ...labels.map(([key, label]) => [label, profile[key] ?? ''] as const),
      ['绑定时间', formatBeijingTime(boundAt)] as const,
    ],
    data: { ...profile, boundAt },
  }
}

async function declarationEntry(row: DeclarationRow): Promise<Entry> {
  const { matterName, situationText, state, savedAt, declareNo, caseNo, receivedAt, receipt } = row
  const content = await contentOf(row)
  return {
    title: `${matterName}（${STATE_TEXT[state]}）`,
    lines: [
      ['情形', situationText],
      ['保存时间', formatBeijingTime(savedAt)],
      ['申报编号', declareNo],
      ['办件号', caseNo],
      ...content.lines,
    ],
    data: { matterName, situationText, state, savedAt, declareNo, caseNo, receivedAt, receipt, ...content.data },
  }
}

async function answerEntry(row: SupplementRow): Promise<Entry> {
  const { caseNo, asked, state, savedAt, submittedAt } = row
  const content = await contentOf(row)
  return {
    title: `办件 ${caseNo} 的第 ${asked.round} 次补正`,
    lines: [
      ['窗口说', asked.note],
      ['补正期限', formatBeijingTime(asked.deadline)],
      ['提交时间', formatBeijingTime(submittedAt)],
      ...content.lines,
    ],
    data: { caseNo, asked, state, savedAt, submittedAt, ...content.data },
  }
}

/** Forms and files of a declaration, or of an answer to a supplement. */
async function contentOf(row: Pick<DeclarationRow, '_id' | 'forms'>): Promise<Pick<Entry, 'lines'> & { data: object }> {
  const [forms, files] = await Promise.all([openForms(row), listAttachments(row._id)])
  const fields = forms.flatMap(({ schema, answers }) =>
    schema.sections.flatMap(({ fields: all }) =>
      all.map((field) => [field.label, displayInFull(field, answers[field.id] ?? null)] as const),
    ),
  )
  return {
    lines: [
      ...fields,
      ...files.map(({ fileName, size, state }) => {
        return ['文件', `${fileName}，${sizeText(size)}，${ATTACHMENT_STATE_LABEL[state]}`] as const
      }),
    ],
    data: {
      forms: forms.map(({ materialId, schema, answers }) => ({ materialId, title: schema.title, answers })),
      files: files.map(({ materialId, fieldId, fileName, size, state, deliveredAt }) => {
        return { materialId, fieldId, fileName, bytes: size, state, deliveredAt }
      }),
    },
  }
}
