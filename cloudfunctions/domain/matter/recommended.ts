import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { type MatterBatch, type MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { type CallBudget } from '../../kernel/context'
import { MemoryCache } from '../../kernel/memory-cache'
import { listRecommended } from '../../one-network/resources/items'
import { isFileable, withNames } from './catalogue'

/** The contract (#34) allows no longer. */
const KEEPING = { freshMs: 10 * 60 * 1000 }
/** The most that #34 gives at once: the batches come out of one draw, so that 换一批 shows each before any comes again. */
const DRAWN = 20
const BATCH = 4

const draws = new MemoryCache<readonly MatterBrief[]>(KEEPING)

/** What can be filed here comes first; otherwise as the provider drew them. */
const draw = (subjectType: SubjectType | undefined, budget: CallBudget): Promise<readonly MatterBrief[]> =>
  draws.get(subjectType ?? 'anybody', async () => {
    const drawn = await listRecommended(DRAWN, subjectType, budget, isFileable)
    return drawn.map(withNames).sort((a, b) => Number(b.fileable) - Number(a.fileable))
  })

/** The matters that a page shows first. `subjectType` undefined = nothing is bound. */
export async function firstBatch(subjectType: SubjectType | undefined, budget: CallBudget): Promise<MatterBatch> {
  const drawn = await draw(subjectType, budget)
  return { matters: drawn.slice(0, BATCH), more: drawn.length > BATCH }
}

/** The matters after those that are shown, in a circle; when there are too few others, some of them once more. */
export async function nextBatch(
  subjectType: SubjectType | undefined,
  shown: readonly string[],
  budget: CallBudget,
): Promise<MatterBatch> {
  const drawn = await draw(subjectType, budget)
  const from = drawn.findIndex(({ matterId }) => matterId === shown.at(-1)) + 1
  const turned = [...drawn.slice(from), ...drawn.slice(0, from)]
  const isShown = ({ matterId }: MatterBrief): boolean => shown.includes(matterId)
  const fresh = turned.filter((matter) => !isShown(matter))
  return { matters: [...fresh, ...turned.filter(isShown)].slice(0, BATCH), more: drawn.length > BATCH }
}
