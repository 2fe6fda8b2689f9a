import { SUBJECT_LABEL, type AccountView } from '../../../../shared/domain/account'
import { type ErasableKind, ERASABLE_KINDS, type KeptCount, type KeptKind } from '../../../../shared/domain/own-data'
import { sizeText } from '../../../../shared/domain/size-text'

/** One kind of what is kept. */
export interface KindRow {
  readonly kind: KeptKind
  readonly icon: string
  readonly title: string
  /** Until when. */
  readonly note: string
  readonly value: string
  /** It can be removed by itself, and there is some. */
  readonly erasable: boolean
}

const KINDS: Readonly<Record<KeptKind, { readonly icon: string; readonly title: string; readonly unit: string }>> = {
  identities: { icon: 'user', title: '绑定的身份', unit: '个' },
  drafts: { icon: 'edit-1', title: '草稿', unit: '份' },
  files: { icon: 'image', title: '上传的文件', unit: '个' },
  cases: { icon: 'task', title: '办件的记录', unit: '件' },
  messages: { icon: 'notification', title: '消息', unit: '条' },
  reminders: { icon: 'time', title: '微信提醒', unit: '次' },
}

const isErasable = (kind: KeptKind): kind is ErasableKind => (ERASABLE_KINDS as readonly KeptKind[]).includes(kind)

export const kindRows = (kept: readonly KeptCount[]): readonly KindRow[] =>
  kept.map(({ kind, count, until }) => {
    const { unit, ...shown } = KINDS[kind]
    return { kind, ...shown, note: `存到${until}`, value: `${count} ${unit}`, erasable: isErasable(kind) && count > 0 }
  })

/** e.g. 虞*禾（个人） */
export function whoseText({ active, identities }: AccountView): string {
  const acting = identities.find(({ subjectType }) => subjectType === active)
  return acting ? `${acting.displayName}（${SUBJECT_LABEL[acting.subjectType]}）` : ''
}

/** What a step that cannot be taken back means, before it is taken. */
export interface Question {
  readonly title: string
  readonly lines: readonly { readonly icon: string; readonly label: string; readonly text: string }[]
  readonly no: string
  readonly yes: string
  /** Removes something: the way out is the primary button. */
  readonly harm: boolean
}

/** What was asked for: an export, to leave, or one kind to be removed. */
export type Wish = ErasableKind | 'export' | 'leave'

const three = (goes: string, stays: string, then: string): Question['lines'] => [
  { icon: 'delete', label: '会删除', text: goes },
  { icon: 'secured', label: '不会删除', text: stays },
  { icon: 'info-circle', label: '删除以后', text: then },
]

const FILED = '已提交的办件：在一网通，窗口照常办'

/** @param counts `2 份` by kind @param turns cases that wait for her; 0 = none, or not known */
export function questionOf(wish: Wish, counts: Readonly<Partial<Record<KeptKind, string>>>, turns: number): Question {
  const some = (kind: KeptKind): string => counts[kind] ?? '全部'
  const erase = { no: '先留着', yes: '删除', harm: true }
  switch (wish) {
    case 'export':
      return {
        title: '导出一份给我',
        lines: [
          { icon: 'file-zip', label: '里面有', text: '身份、草稿和填写的内容、办件和消息的记录，一个压缩包' },
          { icon: 'info-circle', label: '里面没有', text: '密码（没有保存）；上传的文件，请在办件里用“下载全部材料”' },
          { icon: 'secured', label: '请收好', text: '有您的姓名、证件号码和电话，别转发给不认识的人' },
        ],
        no: '先不用',
        yes: '做成一个文件',
        harm: false,
      }
    case 'drafts':
      return {
        title: '删除草稿？',
        lines: three(`${some('drafts')}草稿，填的内容和里面传的文件`, FILED, '不能恢复，要办得重新填'),
        ...erase,
      }
    case 'files':
      return {
        title: '删除上传的文件？',
        lines: three(
          `存在这里的 ${some('files')}文件，没传完的也算`,
          '一网通里的材料：已经送达的照样算数，也照样能看',
          '看这些文件要从一网通取，会慢一点；没传完的要重新传',
        ),
        ...erase,
      }
    case 'messages':
      return {
        title: '删除消息？',
        lines: three(`${some('messages')}消息`, '办件和它的进度', '以前的消息看不到了，新的进展照样告诉您'),
        ...erase,
      }
    case 'leave':
      return {
        title: '解除全部绑定并删除？',
        lines: [
          ...(turns > 0
            ? [{ icon: 'time', label: '先看一眼', text: `还有 ${turns} 件轮到您，到期没有补正可能办不成` }]
            : []),
          ...three(
            '身份、草稿、文件、消息和办件记录，包括这台手机上的',
            `${FILED}。操作日志按法律留 184 天，认不出是谁`,
            '不能恢复；看办件要重新登录，收不到补正提醒',
          ),
        ],
        no: '先留着',
        yes: '全部删除',
        harm: true,
      }
  }
}

/** What is said once a kind is gone. */
export const erasedText: Readonly<Record<ErasableKind, string>> = {
  drafts: '草稿已删除',
  files: '文件已删除',
  messages: '消息已删除',
}

/** e.g. 我的数据-2026-12-01.zip，2 KB */
export const readyText = ({ fileName, bytes }: { readonly fileName: string; readonly bytes: number }): string =>
  `${fileName}，${sizeText(bytes)}`
