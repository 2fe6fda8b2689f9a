import { type FormMove } from '../../../../miniprogram/shared/domain/form-move'
import { letterFor, promisedOf } from '../../../../miniprogram/shared/domain/promise'
import { toBeijingDate } from '../../../../miniprogram/shared/domain/time'
import { formById } from '../../../matters/forms'
import { type Context } from '../../../kernel/context'
import { AppError } from '../../../kernel/errors'
import { type DeclarationRow, type FormRow, updateDeclaration } from '../../../stores/declarations'
import { formIdOf } from '../../../stores/form-schemas'
import { type OwnDeclaration, requireDeclaration } from '../access'
import { factsOf } from '../facts'
import { newFormRow, type OpenForm, openForms } from '../form-rows'
import { promisesOf } from '../promises'
import { openSources } from '../sources'
import { type MoveBasis, moveForm } from './plan'
import { MOVES, openMoves } from './sealed-moves'

/** Saves may come in between; each reads the row anew. */
const TRIES = 4

/**
 * The declaration with every form in the version that is given out now: a draft that has another one moves to it (contract
 * chapter 12: the provider refuses the old one). The same version with other words or rules stays as it was opened. What
 * is being submitted, or was, never moves: its state is a condition of the change.
 */
export async function withCurrentForms(own: OwnDeclaration, context: Context): Promise<OwnDeclaration> {
  let current = own
  for (let attempt = 1; isOutdated(current.row); attempt += 1) {
    if (attempt > TRIES) throw new AppError('CONFLICT', 'draft was saved all the time', { retryable: true })
    const { row } = current
    const fields = await movedFields(current, context.now())
    const isMoved = await updateDeclaration(row._id, { version: row.version, state: 'draft' }, fields)
    current = isMoved ? { ...current, row: { ...row, ...fields } } : await requireDeclaration(row._id, context)
  }
  return current
}

/** Is one of a draft's forms given out in another version by now? */
export const isOutdated = ({ state, forms, parkedForms }: DeclarationRow): boolean =>
  state === 'draft' && [...forms, ...parkedForms].some((form) => newVersionOf(form) !== undefined)

function newVersionOf({ schemaId, formVersion }: FormRow) {
  const current = formById(formIdOf(schemaId))
  return current && current.version !== formVersion ? current : undefined
}

async function movedFields({ row, active }: OwnDeclaration, now: number) {
  const { profile } = active
  const facts = factsOf(row, profile)
  const today = toBeijingDate(now)
  const basis = { draft: row, facts, today, sources: openSources(row) ?? { openedOn: today, previous: {} } }
  const before = openMoves(row)
  const made: FormMove[] = []
  const promises = promisesOf(row, profile, facts, now)
  const moved = (form: OpenForm): Promise<FormRow> => {
    const earlier = before.find(({ materialId }) => materialId === form.row.materialId)
    return movedRow(row, form, { ...basis, earlier }, (move, answers) => {
      made.push(move)
      return move.materialId === promises.letter ? letterFor(answers, promisedOf(promises)) : answers
    })
  }
  const [open, aside] = await Promise.all([openForms(row), openForms({ _id: row._id, forms: row.parkedForms })])
  const [forms, parkedForms] = await Promise.all([Promise.all(open.map(moved)), Promise.all(aside.map(moved))])
  const untouched = before.filter(({ materialId }) => made.every((move) => move.materialId !== materialId))
  return {
    version: row.version + 1,
    forms,
    parkedForms,
    materials: row.materials.map(withCurrentVersion),
    formMoves: MOVES.seal(row._id, [...untouched, ...made]),
  }
}

async function movedRow(
  { _id }: DeclarationRow,
  form: OpenForm,
  basis: MoveBasis,
  finish: (move: FormMove, answers: OpenForm['answers']) => OpenForm['answers'],
): Promise<FormRow> {
  const to = newVersionOf(form.row)
  if (!to) return form.row
  const { answers, move } = moveForm(form, to, basis)
  return newFormRow(_id, { materialId: form.materialId, schema: to }, finish(move, answers))
}

/** Forms that this draft may still begin (a letter of promise) are begun in the version of today. */
function withCurrentVersion(material: DeclarationRow['materials'][number]) {
  const current = material.formId === undefined ? undefined : formById(material.formId)
  return current && material.formVersion !== undefined ? { ...material, formVersion: current.version } : material
}
