import * as v from 'valibot'
import { type Attachment } from '../../../miniprogram/shared/domain/attachment'
import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { NO_PROMISES } from '../../../miniprogram/shared/domain/promise'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { calendarAround } from '../../forms/working-days'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { type AskedItem } from '../../one-network/mappers/supplements'
import { type SupplementRow } from '../../stores/supplements'
import { type OpenForm, openForms } from '../declaration/form-rows'
import { requireSupplement } from './access'
import { type AnswerFacts, answerFacts } from './facts'

/** The forms of a round in the shape that the form page knows: it edits a correction as it edits a draft. */
export const openSupplementForm = defineAction(
  'supplement.openForm',
  v.object({ supplementId: ourId }),
  async ({ supplementId }, context) => {
    const { view, active, row } = await requireSupplement(supplementId, context)
    const [forms, facts] = await Promise.all([openForms(row), answerFacts(row, active)])
    return { account: view, declaration: toDeclaration(row, forms, facts, context.now()) }
  },
)

function toDeclaration(
  row: SupplementRow,
  forms: readonly OpenForm[],
  { facts, fileCounts }: AnswerFacts,
  now: number,
): Declaration {
  return {
    draftId: row._id,
    matterId: row.matterId,
    matterName: row.asked.items.find(({ kind }) => kind === 'form')?.name ?? '',
    subjectType: row.subjectType,
    // The situation of a case is settled: nothing that the form page could offer would change it.
    situationText: '',
    optionIds: [],
    state: row.state === 'open' ? 'draft' : row.state,
    savedAt: row.savedAt,
    version: row.version,
    forms: forms.map(({ row: { materialId }, schema, answers }) => ({ materialId, schema, answers })),
    correction: { reasons: Object.fromEntries(row.asked.items.map(({ materialId, reason }) => [materialId, reason])) },
    facts,
    materials: row.asked.items.map(toMaterial),
    attachments: Object.entries(fileCounts).flatMap(([materialId, count]) => filesOf(materialId, count)),
    promises: NO_PROMISES,
    calendar: calendarAround(toBeijingDate(now)),
    today: toBeijingDate(now),
  }
}

const toMaterial = ({ materialId, name, kind, fileTypes, maxSizeBytes, maxCount }: AskedItem): Material => ({
  materialId,
  name,
  kind,
  necessity: 'required',
  minCount: 1,
  maxCount,
  fileTypes,
  maxSizeBytes,
  shareable: false,
  promisable: false,
})

/** The rules only count the case's files; which they are does not matter to them. */
const filesOf = (materialId: string, count: number): readonly Attachment[] =>
  Array.from({ length: count }, (_, n) => ({
    attachmentId: `${materialId}-${n}`,
    materialId,
    fileName: '',
    size: 0,
    state: 'delivered' as const,
  }))
