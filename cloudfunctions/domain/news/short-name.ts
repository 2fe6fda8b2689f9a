import { type CallBudget } from '../../kernel/context'
import { loadCatalogue } from '../matter/catalogue'

/** The matter's short name (#33); its full one where the catalogue has none or does not come. */
export async function shortNameOf(
  { matterId, matterName }: { readonly matterId: string; readonly matterName: string },
  budget: CallBudget,
): Promise<string> {
  const known = await loadCatalogue(budget).catch(() => [])
  return known.find((matter) => matter.matterId === matterId)?.shortName ?? (matterName || '办件')
}
