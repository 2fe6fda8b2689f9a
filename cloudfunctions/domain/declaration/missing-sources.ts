import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { isFilled } from '../../../miniprogram/shared/form'
import { AppError } from '../../kernel/errors'
import { type Context } from '../../kernel/context'
import { updateDeclaration, type DeclarationRow, type FormRow } from '../../stores/declarations'
import { type ActiveIdentity } from '../account/identity'
import { requireDeclaration, requireEditable, type OwnDeclaration } from './access'
import { factsOf } from './facts'
import { type OpenForm, openForms, withAnswers } from './form-rows'
import { missingSources, prefillOf, readSources } from './prefill'
import { SOURCES, openSources, type ReadSources } from './sources'

/** The credit service has fifteen seconds (contract #10). */
const PATIENCE_MS = 15_500

/** Saves may come in between; each reads the row anew. */
const TRIES = 4

/** The forms with the fields that only the sources can fill; undefined when nothing changes. */
async function withReadonlyValues(
  row: DeclarationRow,
  sources: ReadSources,
  { profile }: ActiveIdentity,
): Promise<readonly FormRow[] | undefined> {
  const facts = factsOf(row, profile)
  let isChanged = false
  const fill = (form: OpenForm): FormRow => {
    const { filled } = prefillOf(form, row, facts, sources)
    const fresh = form.schema.sections
      .flatMap(({ fields }) => fields)
      .filter(({ id, readonly }) => readonly === true && !isFilled(form.answers[id]))
      .flatMap(({ id }) => (filled[id] ? [[id, filled[id].value] as const] : []))
    if (fresh.length === 0) return form.row
    isChanged = true
    return withAnswers(row._id, form, { ...form.answers, ...Object.fromEntries(fresh) })
  }
  const rows = (await openForms(row)).map(fill)
  return isChanged ? rows : undefined
}

async function writeDown(
  read: DeclarationRow,
  sources: ReadSources,
  active: ActiveIdentity,
  context: Context,
): Promise<DeclarationRow> {
  let row = read
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const sealed = { sources: SOURCES.seal(row._id, sources) }
    const forms = await withReadonlyValues({ ...row, ...sealed }, sources, active)
    const fields = forms
      ? { ...sealed, forms, version: row.version + 1, savedAt: toBeijingTime(context.now()) }
      : sealed
    if (await updateDeclaration(row._id, { version: row.version, state: 'draft' }, fields)) return { ...row, ...fields }
    row = (await requireDeclaration(row._id, context)).row
    requireEditable(row)
  }
  throw new AppError('CONFLICT', 'draft was saved all the time', { retryable: true })
}

/** The draft with what the sources that had not answered say now; UPSTREAM_UNAVAILABLE when none of them answers. */
export async function readMissing({ active, row }: OwnDeclaration, context: Context): Promise<DeclarationRow> {
  const forms = await openForms(row)
  const known = openSources(row)
  const missing = missingSources(forms, known, active.profile)
  if (missing.length === 0) return row
  const { declareNo } = row
  const sources = await readSources({ declareNo, forms, known, active, patienceMs: PATIENCE_MS }, context)
  if (missingSources(forms, sources, active.profile).length === missing.length) {
    throw new AppError('UPSTREAM_UNAVAILABLE', 'sources of first values do not answer', { retryable: true })
  }
  return writeDown(row, sources, active, context)
}
