import {
  type Material,
  type MatterBrief,
  type MatterGuide,
  type Situation,
} from '../../../miniprogram/shared/domain/matter'
import { formById, matterForms } from '../../matters/forms'
import { type CallBudget } from '../../kernel/context'
import { MemoryCache } from '../../kernel/memory-cache'
import { allowsNoticeCommitment, commitmentOptions } from '../../matters/commitments'
import { matterById } from '../../matters'
import { PINYIN } from '../../matters/pinyin.generated'
import { formIdsOf } from '../../matters/ids'
import * as items from '../../one-network/resources/items'
import { withOfficePromises } from './office-promises'

/**
 * The catalogue changes a few times a year; five minutes spare the provider most questions (contract: 50 a second). For a
 * day after that it is shown as it was, at once, and asked for behind the page: a provider that is slow or down does not
 * close the catalogue. What a declaration really needs comes fresh from #16.
 */
const KEEPING = { freshMs: 5 * 60 * 1000, staleMs: 24 * 3600 * 1000 }

const catalogue = new MemoryCache<readonly MatterBrief[]>(KEEPING)
const guides = new MemoryCache<MatterGuide>(KEEPING)
const preparations = new MemoryCache<readonly Material[]>(KEEPING)
const situations = new MemoryCache<readonly Situation[]>(KEEPING)

/** A matter can be filed here when every form that it may ask for is held here. */
export const isFileable = (matterId: string): boolean =>
  matterForms(matterId).length > 0 && formIdsOf(matterId).every((formId) => formById(formId) !== undefined)

export const loadCatalogue = (budget: CallBudget): Promise<readonly MatterBrief[]> =>
  catalogue.get('all', async () => (await items.listMatters(budget, isFileable)).map((matter) => withNames(matter)))

/** Adds what the office's file knows of a matter's names: how they should read, and their pinyin. */
export function withNames<M extends MatterBrief>(matter: M): M {
  const known = matterById(matter.matterId)
  if (known === undefined) return matter
  const { slug, label, shortName, alsoCalled } = known
  return {
    ...matter,
    shortName,
    ...(label === undefined ? {} : { label }),
    ...(alsoCalled && { alsoCalled }),
    ...(PINYIN[slug] && { pinyin: PINYIN[slug] }),
  }
}

export const loadGuide = (matterId: string, budget: CallBudget): Promise<MatterGuide> =>
  guides.get(matterId, async () => withNames(await items.readGuide(matterId, budget, isFileable)))

export const loadPreparation = (matterId: string, budget: CallBudget): Promise<readonly Material[]> =>
  preparations.get(matterId, async () => withOfficePromises(matterId, await items.listPreparation(matterId, budget)))

export const loadSituations = (matterId: string, budget: CallBudget): Promise<readonly Situation[]> =>
  situations.get(matterId, async () => withoutCommitment(matterId, await items.listSituations(matterId, budget)))

/** Where the office does not offer 告知承诺, its option says so. */
function withoutCommitment(matterId: string, all: readonly Situation[]): readonly Situation[] {
  if (allowsNoticeCommitment(matterId)) return all
  const closed = commitmentOptions(matterId)
  return all.map((situation) => ({
    ...situation,
    options: situation.options.map((option) =>
      closed.includes(option.optionId)
        ? { ...option, blockedBecause: '本事项暂不实行告知承诺，请选择按一般程序办理' }
        : option,
    ),
  }))
}
