import { databaseOf } from './database'
import { type ReadyDraft } from './submit-drafts'
import { type BadSystem } from './submit-system'

export interface Audit {
  readonly cases: number
  /** Declarations with more than one case at the provider. */
  readonly duplicates: readonly string[]
  /** What went wrong, by draft: a case that the citizen does not see, a receipt without its case, other content. */
  readonly lost: readonly string[]
  /** Drafts whose submits went out under another number than the one that was minted with the draft. */
  readonly renumbered: readonly string[]
}

/** Compares our ledger with the provider's books. @param finished every draft must have become a case */
export async function auditSubmits(
  system: BadSystem,
  drafts: readonly ReadyDraft[],
  finished: boolean,
): Promise<Audit> {
  const cases = new Map<string, string[]>()
  for (const { declareNo, caseNo } of system.books.cases.all()) {
    cases.set(declareNo, [...(cases.get(declareNo) ?? []), caseNo])
  }
  const findings = await Promise.all(
    drafts.map(async (draft) => problemOf(system, draft, cases.get(draft.declareNo) ?? [], finished)),
  )
  return {
    cases: drafts.filter((draft) => cases.has(draft.declareNo)).length,
    duplicates: drafts.filter((draft) => (cases.get(draft.declareNo)?.length ?? 0) > 1).map((draft) => draft.declareNo),
    lost: findings.filter((finding) => finding !== undefined),
    renumbered: drafts
      .filter((draft) => [...system.requestNos(draft.declareNo)].some((no) => no !== draft.submitRequestNo))
      .map((draft) => draft.declareNo),
  }
}

async function problemOf(
  system: BadSystem,
  { index, draftId, submitRequestNo, employer }: ReadyDraft,
  cases: readonly string[],
  finished: boolean,
): Promise<string | undefined> {
  const [row = {}] = await databaseOf(system).rows('declarations', { _id: draftId })
  const says = (what: string): string => `draft ${index} (${String(row.state)}/${String(row.phase)}): ${what}`
  if (row.submitRequestNo !== submitRequestNo) return says('has another request number')
  if (row.state === 'confirming') return says('still open')
  if (row.state === 'draft') {
    if (cases.length > 0) return says('the provider has a case')
    return finished ? says('no case') : undefined
  }
  const receipt = row.receipt as { readonly caseNo: string; readonly missing: readonly string[] } | null
  if (receipt === null || !cases.includes(receipt.caseNo)) return says('the receipt names no case of the provider')
  if (receipt.missing.length > 0) return says('files are missing')
  const forms = JSON.stringify(system.books.cases.get(receipt.caseNo)?.forms)
  return forms.includes(`"${employer}"`) ? undefined : says('the case holds another text')
}
