import type { MatterPage } from '../../../../services/matters'
import { sourceText } from '../../../../shared/domain/guide-source'
import { limitLabel, limitText, statutoryLimitFor } from '../../../../shared/domain/guide-text'

/** One time limit that applies to the answers. */
export interface LimitLine {
  readonly label: string
  readonly text: string
  readonly source: string
}

/** How long it takes in the answered situation: by law, as promised, and what does not count. */
export function limitLines(
  { guide, sources }: Pick<MatterPage, 'guide' | 'sources'>,
  optionIds: readonly string[],
): readonly LimitLine[] {
  const statutory = statutoryLimitFor(guide, sources, optionIds)
  const name = limitLabel(statutory.source)
  const label = statutory.when === '' ? name : `${name}（${statutory.when}）`
  const lines: LimitLine[] = [
    { label: '承诺时限', text: limitText(guide.promisedLimit), source: sourceText(sources.promisedLimit) },
    { label, text: statutory.text, source: sourceText(statutory.source) },
    { label: '不计入时限', text: guide.notCounted ?? '', source: sourceText(sources.notCounted) },
  ]
  return lines.filter(({ text }) => text !== '')
}
