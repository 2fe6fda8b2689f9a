import { type Situation } from '../../miniprogram/shared/domain/matter'
import { type FormContext } from '../../miniprogram/shared/form'
import { holds } from '../../miniprogram/shared/form/logic'
import { optionsOf } from './ids'
import { type Matter } from './schema'

type Override = Matter['timeLimit']['overrides'][number]

export interface LimitOfOption {
  readonly limit: Override
  readonly optionId: string
  /** The option's name, as the provider words it. */
  readonly when: string
}

/** A condition of a limit reads nothing but the situation. */
const NOTHING_ELSE: Omit<FormContext, 'situation'> = {
  form: {},
  attachments: {},
  account: {},
  credit: {},
  param: {},
  today: '',
}

/** The other limits of a matter, each with the answer for which it holds; the first of several counts. */
export function situationLimits(
  matter: Pick<Matter, 'timeLimit'>,
  matterId: string,
  situations: readonly Situation[],
): readonly LimitOfOption[] {
  const names = new Map(situations.flatMap(({ options }) => options.map(({ optionId, name }) => [optionId, name])))
  return matter.timeLimit.overrides.flatMap((limit) =>
    optionsOf(matterId)
      .filter(({ situation, option }) => holds(limit.when, { ...NOTHING_ELSE, situation: { [situation]: [option] } }))
      .flatMap(({ optionId }) => {
        const when = names.get(optionId)
        return when === undefined ? [] : [{ limit, optionId, when }]
      }),
  )
}
