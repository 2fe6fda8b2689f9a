import type { GuideSituation } from '../matters/guide'
import { optionLabel, situationWords } from './conditions'
import type { MatterSources } from './sources'
import { bullets } from './words'

/** The questions of the situation guide: options, when they are asked, which field they fill, which options are refused. */
export function situationList(sources: MatterSources): string[] {
  const { situations } = sources.guide
  return bullets(
    situations.map((situation) => {
      const asked = situation.showWhen ? `选择${situationWords(situation.showWhen, situations)}时才问。` : ''
      const options = situation.options.map(({ label }) => label).join('；')
      const choice = situation.choose === 'many' ? '多选' : '单选'
      return `**${situation.question}**（${choice}）${asked}选项：${options}。${filled(situation, sources)}${blocked(situation)}${committed(situation, sources)}`
    }),
  )
}

/** The fields of the declaration form that take their value from the answer. */
function filled({ key }: GuideSituation, { forms }: MatterSources): string {
  const fields = forms[0]?.sections.flatMap((section) => section.fields) ?? []
  const labels = fields
    .filter(({ prefill }) => prefill?.source === 'situation' && prefill.path === key)
    .map(({ label }) => `“${label}”`)
  return labels.length === 0 ? '' : `答案填入栏目${labels.join('、')}。`
}

/** Options with which a matter cannot be filed online here. */
function blocked({ options }: GuideSituation): string {
  const tips = new Set(options.flatMap(({ blocked: tip }) => tip ?? []))
  return [...tips]
    .map((tip) => {
      const labels = options.filter((option) => option.blocked === tip).map(({ label }) => `“${label}”`)
      return `选择${labels.join('、')}的不能在本事项网上申报：${tip}。`
    })
    .join('')
}

function committed(situation: GuideSituation, { commitments }: MatterSources): string {
  return commitments
    .flatMap(({ noticeCommitment }) => noticeCommitment.options as readonly { situation: string; option: string }[])
    .filter((it) => it.situation === situation.key)
    .map(({ option }) => `选择“${optionLabel(situation, option)}”即按告知承诺办理。`)
    .join('')
}
