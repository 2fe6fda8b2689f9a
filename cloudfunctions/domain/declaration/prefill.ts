import { type DeclarationFacts, type OutsideSource } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { asksFor, applyPrefill, fieldsOf, type FormSchema, type Prefilled } from '../../../miniprogram/shared/form'
import { type Context, type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { type PreviousFiling } from '../../one-network/mappers/previous-filing'
import { readCredit, readPreviousFiling } from '../../one-network/resources/prefill'
import { type DeclarationRow } from '../../stores/declarations'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { type ReadSources } from './sources'

/** A form of a draft, as far as its sources are concerned. */
export interface SourcedForm {
  readonly materialId: string
  readonly schema: FormSchema
}

/** Which sources the forms ask for that have not answered yet. */
export function missingSources(
  forms: readonly SourcedForm[],
  known: ReadSources | undefined,
  profile: ActiveIdentity['profile'],
): readonly OutsideSource[] {
  const wantsCredit = profile.uscc !== undefined && forms.some(({ schema }) => asksFor(schema, 'credit'))
  const wantsFilings = neverAsked(forms, known).length > 0
  return [...(wantsCredit && !known?.credit ? ['credit' as const] : []), ...(wantsFilings ? ['previous' as const] : [])]
}

/** Forms that want an earlier filing which nobody has asked for. */
const neverAsked = (forms: readonly SourcedForm[], known: ReadSources | undefined): readonly SourcedForm[] =>
  forms.filter(({ materialId, schema }) => asksFor(schema, 'previous') && known?.previous[materialId] === undefined)

export interface ReadRequest {
  readonly declareNo: string
  readonly forms: readonly SourcedForm[]
  /** What was read before is not asked for again. */
  readonly known?: ReadSources
  readonly active: ActiveIdentity
  /** Longest time to wait for the sources, in ms: none of them may hold up a declaration (contract #10). */
  readonly patienceMs: number
}

/** Reads what the forms ask for (#10, #6), all at the same time. A source that does not answer is left out; never fails for it. */
export async function readSources(
  { declareNo, forms, known, active, patienceMs }: ReadRequest,
  context: Context,
): Promise<ReadSources> {
  const today = toBeijingDate(context.now())
  const deadline = Math.min(context.deadline, Date.now() + patienceMs)
  const budget: CallBudget = { requestId: context.requestId, deadline }
  const session = sessionOf(active.bindingId, budget)

  const { uscc } = active.profile
  const missing = missingSources(forms, known, active.profile)
  const wantsCredit = uscc !== undefined && missing.includes('credit')
  const [credit, filings] = await Promise.all([
    wantsCredit ? answered(readCredit(session, uscc)) : undefined,
    Promise.all(
      neverAsked(forms, known).map(async ({ materialId, schema }) => {
        const filing = await answered(readPreviousFiling(session, materialId, declareNo))
        return filing === undefined ? [] : [[materialId, filing && onlyAskedFor(filing, schema)] as const]
      }),
    ),
  ])
  return {
    openedOn: known?.openedOn ?? today,
    ...(credit === undefined
      ? known?.credit && { credit: known.credit }
      : { credit: { facts: credit, askedOn: today } }),
    previous: { ...known?.previous, ...Object.fromEntries(filings.flat()) },
  }
}

/** No more of an earlier filing is kept than the form can offer. */
function onlyAskedFor(filing: PreviousFiling, schema: FormSchema): PreviousFiling {
  const asked = fieldsOf(schema).flatMap(({ id, prefill }) =>
    prefill?.source === 'previous' ? [id, prefill.path] : [],
  )
  const kept = Object.entries(filing.formData).filter(([fieldId]) => asked.includes(fieldId))
  return { ...filing, formData: Object.fromEntries(kept) }
}

/** undefined when the provider did not answer; a defect of ours still fails. */
async function answered<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** First values and offers of one form of a draft. */
export function prefillOf(
  { materialId, schema }: SourcedForm,
  { matterName }: Pick<DeclarationRow, 'matterName'>,
  { account, situation }: Pick<DeclarationFacts, 'account' | 'situation'>,
  sources: ReadSources,
): Prefilled {
  const { openedOn, credit, previous } = sources
  const filing = previous[materialId]
  return applyPrefill(schema, {
    account,
    situation,
    ...(credit?.facts ? { credit: credit.facts, creditAsOf: credit.askedOn } : {}),
    ...(filing ? { previous: filing.formData, ...(filing.savedOn ? { previousAsOf: filing.savedOn } : {}) } : {}),
    system: { 'matter.name': matterName },
    today: openedOn,
  })
}
