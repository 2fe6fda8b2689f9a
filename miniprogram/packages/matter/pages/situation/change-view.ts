import { NECESSITY_LABEL } from '../../../../shared/domain/matter'
import type { SituationChange } from '../../../../shared/domain/situation-change'

/** One line of the summary; `key` is its place. */
interface Line {
  readonly key: string
  readonly text: string
}

/** What a change of the situation leads to, as the page says it. */
export interface ChangeView {
  /** '' = it can be done; else why not. */
  readonly obstacle: string
  /** The draft that has this situation already; '' = none. */
  readonly otherDraftId: string
  readonly groups: readonly { readonly title: string; readonly lines: readonly Line[] }[]
  readonly kept: string
}

export function changeView(change: SituationChange): ChangeView {
  const { isSame, other, changed, hidden, dropped, added, kept } = change
  const groups = [
    { title: '会跟着改的内容', lines: changed.map(({ label, before, text }) => `${label}：${before} → ${text}`) },
    { title: '不再需要填写', lines: hidden.map(({ label, text }) => `${label}：${text}`) },
    { title: '不再需要的材料', lines: dropped.map(droppedLine) },
    { title: '新增的材料', lines: added.map(addedLine) },
  ]
  return {
    obstacle: isSame ? '和现在的情形一样，不需要更改。' : other ? otherText(other.savedAt) : '',
    otherDraftId: isSame ? '' : (other?.draftId ?? ''),
    groups: isSame
      ? []
      : groups.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => ({ title, lines: keyed(lines) })),
    kept: `已填的 ${kept.answers} 项、已传的 ${kept.files} 个文件保留不变。`,
  }
}

function droppedLine({ name, answers, files }: SituationChange['dropped'][number]): string {
  const parts = [answers > 0 ? `已填 ${answers} 项` : '', files > 0 ? `已传 ${files} 个文件` : ''].filter(Boolean)
  return parts.length > 0 ? `${name}（${parts.join('，')}）` : name
}

function addedLine({ name, necessity, isForm, isBack }: SituationChange['added'][number]): string {
  if (isBack) return `${name}（以前填过或传过，会恢复原样）`
  return `${name}（${isForm ? '在线填写' : NECESSITY_LABEL[necessity]}）`
}

const otherText = (savedAt: string): string =>
  `您已有一份同样情形的草稿（${savedAt.slice(5, 10)} ${savedAt.slice(11, 16)} 保存），这一份不能改成和它一样。`

const keyed = (lines: readonly string[]): Line[] => lines.map((text, i) => ({ key: String(i), text }))
