import { fullWidth } from '../convert-forms/punctuation'
import { situationWords, optionLabel } from './conditions'
import type { MatterSources, Situation } from './sources'
import { bullets } from './words'

/** The questions of the situation guide: options, when they are asked, which field they fill, which options are refused. */
export function situationList(sources: MatterSources): string[] {
  const { specification } = sources
  return bullets(
    specification.situations.map((situation) => {
      const asked = situation.show_when
        ? `选择${situationWords(situation.show_when, specification.situations)}时才问。`
        : ''
      const options = situation.options.map(({ label }) => fullWidth(label)).join('；')
      return `**${question(situation.question)}**（${situation.type === 'multi' ? '多选' : '单选'}）${asked}选项：${options}。${filled(situation, sources)}${blocked(situation, sources)}${committed(situation, sources)}`
    }),
  )
}

const question = (text: string): string => fullWidth(text).replaceAll('?', '？')

function filled({ fills_field: id }: Situation, { forms }: MatterSources): string {
  if (id === undefined) return ''
  const field = forms[0]?.sections.flatMap(({ fields }) => fields).find((it) => it.id === id)
  if (!field) throw new Error(`no field ${id} to be filled by a situation`)
  return `答案填入栏目“${field.label}”。`
}

/** Checks of the specification that refuse an option, or send elsewhere who chooses it. */
function blocked(situation: Situation, { specification }: MatterSources): string {
  return specification.checks
    .filter(({ kind, params }) => (kind === 'block_if' || kind === 'redirect_if') && params.situation === situation.id)
    .map(({ params, message }) => {
      const options = (params.values as readonly string[]).map((value) => `“${optionLabel(situation, value)}”`)
      return `选择${options.join('、')}的不能在本事项网上申报：${fullWidth(message)}。`
    })
    .join('')
}

function committed(situation: Situation, { commitments }: MatterSources): string {
  return commitments
    .flatMap(({ noticeCommitment }) => noticeCommitment.options as readonly { situation: string; option: string }[])
    .filter((it) => it.situation === situation.id)
    .map(({ option }) => `选择“${optionLabel(situation, option)}”即按告知承诺办理。`)
    .join('')
}
