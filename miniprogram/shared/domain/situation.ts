import type { Situation, SituationAnswers, SituationOption } from './matter'

/**
 * The situation guide (情形): which questions are shown, and which options still count. Chosen options are one flat list
 * of option ids, as the contract's #13 takes it; the server runs the same functions on what the page sends.
 */

/** Questions shown for these options, in order: those without a dependency, and those whose parent option counts. */
export function shownSituations(situations: readonly Situation[], optionIds: readonly string[]): Situation[] {
  const counted = new Set(pruneOptions(situations, optionIds))
  return situations.filter((situation) => isShown(situation, counted))
}

/**
 * The options that count, in the order of the questions: unknown ones, those of hidden questions, and all but the last
 * chosen one of a single-choice question are dropped. Dropping one can hide further questions: repeated until stable.
 */
export function pruneOptions(situations: readonly Situation[], optionIds: readonly string[]): string[] {
  let counted = situations.flatMap((situation) => ownOptions(situation, optionIds))
  for (;;) {
    const set = new Set(counted)
    const kept = situations.filter((s) => isShown(s, set)).flatMap((s) => ownOptions(s, counted))
    if (kept.length === counted.length) return kept
    counted = kept
  }
}

/** Taps an option: a single choice replaces, a multiple choice toggles; what is hidden by it no longer counts. */
export function chooseOption(
  situations: readonly Situation[],
  optionIds: readonly string[],
  optionId: string,
): string[] {
  const owner = situations.find((situation) => situation.options.some((option) => option.optionId === optionId))
  if (!owner) return pruneOptions(situations, optionIds)
  const rest = optionIds.filter((id) => id !== optionId)
  const on = !owner.multiple || rest.length === optionIds.length
  return pruneOptions(situations, on ? [...rest, optionId] : rest)
}

/** The first shown question without an answer; optional ones too, unless `requiredOnly`. */
export function nextSituation(
  situations: readonly Situation[],
  optionIds: readonly string[],
  requiredOnly = false,
): Situation | null {
  const answers = situationAnswers(situations, optionIds)
  const open = shownSituations(situations, optionIds).filter((s) => s.required || !requiredOnly)
  return open.find((situation) => answers[situation.situationId] === undefined) ?? null
}

/** Are all shown, required questions answered? */
export function situationsComplete(situations: readonly Situation[], optionIds: readonly string[]): boolean {
  return nextSituation(situations, optionIds, true) === null
}

/** The first chosen option with which the matter cannot be filed online; its `blockedBecause` says why. */
export function blockedOption(situations: readonly Situation[], optionIds: readonly string[]): SituationOption | null {
  return chosenOptions(situations, optionIds).find((option) => option.blockedBecause !== undefined) ?? null
}

/** situationId → the options that count. */
export function situationAnswers(situations: readonly Situation[], optionIds: readonly string[]): SituationAnswers {
  const counted = pruneOptions(situations, optionIds)
  const pairs = situations.map((situation) => [situation.situationId, ownOptions(situation, counted)] as const)
  return Object.fromEntries(pairs.filter(([, own]) => own.length > 0))
}

/** `首次注册；未超过3年；本人` */
export function situationText(situations: readonly Situation[], optionIds: readonly string[]): string {
  return chosenOptions(situations, optionIds)
    .map((option) => option.name)
    .join('；')
}

function chosenOptions(situations: readonly Situation[], optionIds: readonly string[]): SituationOption[] {
  const counted = new Set(pruneOptions(situations, optionIds))
  return situations.flatMap((situation) => situation.options.filter((option) => counted.has(option.optionId)))
}

function isShown(situation: Situation, counted: ReadonlySet<string>): boolean {
  return situation.dependsOn.length === 0 || situation.dependsOn.some((id) => counted.has(id))
}

function ownOptions(situation: Situation, optionIds: readonly string[]): string[] {
  const own = situation.options.map((option) => option.optionId)
  if (situation.multiple) return own.filter((id) => optionIds.includes(id))
  return optionIds.filter((id) => own.includes(id)).slice(-1)
}
