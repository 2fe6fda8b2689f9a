import { type CallBudget } from '../../kernel/context'
import { type CaseWatchRow, removeWatch, removeWatchesOf } from '../../stores/case-watches'
import { declarationLedger, findByCaseNo, listDeclarationsOf, type DeclarationRow } from '../../stores/declarations'
import { evaluationId, removeEvaluation, removeEvaluationsOf } from '../../stores/evaluations'
import { removeMessagesOf } from '../../stores/messages'
import { type Owner } from '../../stores/owner'
import { listSupplements, listSupplementsOf, supplementLedger, type SupplementRow } from '../../stores/supplements'
import { listTemporaryFilesOf } from '../../stores/temporary-files'
import { eraseFilesOf } from '../attachment/erase-files'
import { eraseTemporaryFiles } from '../storage/erase-temporary'

/** More than one owner has open at the same time (domain/limits). */
const MOST = 1000

/** Removes a row with its files. false when it has changed since it was read, or somebody works on it: it stays. */
const eraseWithFiles =
  <Row extends DeclarationRow | SupplementRow>(removeFree: (row: Row) => Promise<boolean>) =>
  async (row: Row): Promise<boolean> => {
    if (!(await removeFree(row))) return false
    await eraseFilesOf(row._id, Date.now())
    return true
  }

/** A declaration. What the provider holds of a draft expires there (30 days, contract #16). */
export const eraseDeclaration = eraseWithFiles(({ _id, state, version }: DeclarationRow) =>
  declarationLedger.removeFree(_id, { state, version }),
)

/** An answer to a round of a supplement. */
export const eraseAnswer = eraseWithFiles(({ _id, state, version }: SupplementRow) =>
  supplementLedger.removeFree(_id, { state, version }),
)

/** Removes all that is kept of a case, the watch last, so that what breaks off goes on with the next run. */
export async function eraseCase(watch: CaseWatchRow): Promise<boolean> {
  const { caseNo, userId } = watch
  const declaration = await findByCaseNo(caseNo, watch)
  if (declaration && !(await eraseDeclaration(declaration))) return false
  for (const answer of await listSupplements(caseNo, watch)) {
    if (!(await eraseAnswer(answer))) return false
  }
  await removeEvaluation(evaluationId(userId, caseNo))
  return removeWatch(watch)
}

/**
 * Removes all that is kept of an owner but the binding. false when something stays: somebody works on it, or the time is over.
 * What does not tell whose it is (keyed hashes, the audit log's pseudonyms) ends by its own time.
 */
export async function eraseOwner(owner: Owner, { deadline }: CallBudget): Promise<boolean> {
  let isDone = true
  const each = async <Row>(rows: readonly Row[], erase: (row: Row) => Promise<boolean>): Promise<void> => {
    for (const row of rows) isDone = Date.now() < deadline && (await erase(row)) && isDone
  }
  const declarations = await listDeclarationsOf(owner, MOST)
  await each(declarations, eraseDeclaration)
  const answers = await listSupplementsOf(owner, MOST)
  await each(answers, eraseAnswer)
  await eraseTemporaryFiles(await listTemporaryFilesOf(owner, MOST))
  await Promise.all([removeMessagesOf(owner), removeWatchesOf(owner), removeEvaluationsOf(owner)])
  return isDone && declarations.length < MOST && answers.length < MOST
}
