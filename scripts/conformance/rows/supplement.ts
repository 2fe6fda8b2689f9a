import { randomUUID } from 'node:crypto'
import { fillForm, sampleFile } from '../fill-form'
import { listAt, textAt } from '../read'
import { check, need, type Row, type Run } from '../row'

const isForm = (material: unknown): boolean => textAt(material, 'kind') === '1'
const roundOf = ({ state }: Run) => need(state.supplement, 22)

async function uploadOne({ caller, ...run }: Run, material: unknown, name: string): Promise<string> {
  const { caseNo, round } = roundOf({ caller, ...run })
  const place = { caseNo, round: String(round), materialId: textAt(material, 'materialId') }
  return textAt(await caller.upload(23, place, sampleFile(textAt(material, 'fileTypes'), name)), 'attachId')
}

/** 补正: of a case that the office has sent back. The sandbox has one from the first day. */
export const SUPPLEMENT_ROWS: readonly Row[] = [
  {
    no: 22,
    async run({ caller, state }) {
      const waiting = listAt(await caller.json(19, { category: '1', pageNo: 1, pageSize: 10 }), 'rows')
      const caseNo = textAt(need(waiting[0], 19), 'caseNo')
      const data = await caller.json(22, { caseNo })
      const [round] = listAt(data, 'rounds')
      check(round !== undefined, 'a case that waits for a supplement has no open round')
      state.supplement = { caseNo, round: Number(textAt(round, 'round')), materials: listAt(round, 'materials') }
    },
  },
  {
    no: 23,
    writes: true,
    async run(run) {
      const files = roundOf(run).materials.filter((it) => !isForm(it))
      for (const material of files) run.state.uploadedSupplement = await uploadOne(run, material, 'supplement')
    },
  },
  {
    no: 24,
    writes: true,
    async run(run) {
      const { caseNo, round, materials } = roundOf(run)
      const attachId = need(run.state.uploadedSupplement, 23)
      await run.caller.json(24, { caseNo, round, attachId })
      await run.caller.json(24, { caseNo, round, attachId })
      // What was deleted is brought again, or the round would not be complete.
      const last = materials.filter((it) => !isForm(it)).at(-1)
      run.state.uploadedSupplement = await uploadOne(run, last, 'supplement-again')
    },
  },
  {
    no: 25,
    writes: true,
    async run(run) {
      const { caseNo, round, materials } = roundOf(run)
      const forms = materials.filter(isForm).map((it) => ({
        materialId: textAt(it, 'materialId'),
        formVersion: textAt(it, 'formVersion'),
        formData: fillForm(textAt(it, 'formId')),
      }))
      const body = { requestNo: randomUUID(), caseNo, round, ...(forms.length > 0 ? { forms } : {}) }
      await run.caller.json(25, body)
      check(textAt(await run.caller.json(25, body), 'duplicate') === '1', 'a repetition is not called one')
    },
  },
  {
    no: 26,
    async run(run) {
      const { caseNo } = roundOf(run)
      await run.caller.json(26, { caseNo })
    },
  },
]
