import { randomUUID } from 'node:crypto'
import { applicantOf, fillForm, sampleFile, signatureFields } from '../fill-form'
import { listAt, textAt } from '../read'
import { check, need, type Row, type Run } from '../row'

const FORM = '1'
const isForm = (material: unknown): boolean => textAt(material, 'kind') === FORM
/** What this declaration must bring: all but what is optional. */
const isNeeded = (material: unknown): boolean => textAt(material, 'necessity') !== '2'
const formOf = ({ state }: Run): unknown =>
  need(
    state.materials.find((it) => isForm(it) && isNeeded(it)),
    16,
  )
const attachmentOf = ({ state }: Run): unknown =>
  need(
    state.materials.find((it) => !isForm(it) && isNeeded(it)),
    16,
  )

function filledForm({ state }: Run, material: unknown) {
  const formData = { ...fillForm(textAt(material, 'formId')), ...Object.fromEntries(state.signatures) }
  return { materialId: textAt(material, 'materialId'), formVersion: textAt(material, 'formVersion'), formData }
}

async function uploadNeeded({ caller, state }: Run, material: unknown): Promise<void> {
  const materialId = textAt(material, 'materialId')
  const count = Math.max(1, Number(textAt(material, 'minCount') || 1))
  const attachIds: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const file = sampleFile(textAt(material, 'fileTypes'), `${materialId}-${n}`)
    const data = await caller.upload(14, { declareNo: need(state.declareNo, 16), materialId }, file)
    const again = await caller.upload(14, { declareNo: need(state.declareNo, 16), materialId }, file)
    check(textAt(again, 'attachId') === textAt(data, 'attachId'), 'the same file has another id')
    attachIds.push(textAt(data, 'attachId'))
  }
  state.uploads.set(materialId, attachIds)
}

/** 申报, from the situation to the case. */
export const FILING_ROWS: readonly Row[] = [
  {
    no: 16,
    writes: true,
    async run({ caller, state, target: { itemId } }) {
      const body = { requestNo: randomUUID(), itemId, optionIds: state.optionIds }
      const opened = await caller.json(16, body)
      const again = await caller.json(16, body)
      check(textAt(again, 'declareNo') === textAt(opened, 'declareNo'), 'the same requestNo opened another declaration')
      check(textAt(again, 'duplicate') === '1', 'a repetition is not called one')
      await caller.refusal(16, { ...body, optionIds: [] }, '3004')
      state.declareNo = textAt(opened, 'declareNo')
      state.materials = listAt(opened, 'materials')
    },
  },
  {
    no: 7,
    writes: true,
    async run(run) {
      const { caller, state } = run
      const form = formOf(run)
      for (const fieldId of signatureFields(textAt(form, 'formId'))) {
        const place = { declareNo: need(state.declareNo, 16), materialId: textAt(form, 'materialId'), fieldId }
        const data = await caller.upload(7, place, sampleFile('png', `sign-${fieldId}`))
        state.signatures.set(fieldId, [textAt(data, 'attachId')])
      }
    },
  },
  {
    no: 14,
    writes: true,
    async run(run) {
      const materials = run.state.materials.filter((it) => !isForm(it) && isNeeded(it))
      need(materials[0], 16)
      for (const material of materials) await uploadNeeded(run, material)
    },
  },
  {
    no: 15,
    writes: true,
    async run(run) {
      const materialId = textAt(attachmentOf(run), 'materialId')
      const data = await run.caller.json(15, { declareNo: need(run.state.declareNo, 16), materialId })
      const held = listAt(data, 'rows').map((row) => textAt(row, 'attachId'))
      check(
        need(run.state.uploads.get(materialId), 14).every((id) => held.includes(id)),
        'an uploaded file is missing',
      )
    },
  },
  {
    no: 4,
    writes: true,
    async run(run) {
      const { caller, state } = run
      const declareNo = need(state.declareNo, 16)
      const form = filledForm(run, formOf(run))
      await caller.json(4, { saveType: '1', requestNo: randomUUID(), declareNo, forms: [form] })
      const body = {
        saveType: '2',
        requestNo: randomUUID(),
        declareNo,
        applicant: applicantOf(need(state.profile, 17)),
        forms: state.materials.filter((it) => isForm(it) && isNeeded(it)).map((it) => filledForm(run, it)),
        materials: [...state.uploads].map(([materialId, attachIds]) => ({ materialId, attachIds })),
        promiseMaterialIds: [],
      }
      const taken = await caller.json(4, body)
      check(textAt(taken, 'caseNo') !== '', 'a submit without a case')
      const again = await caller.json(4, body)
      check(textAt(again, 'caseNo') === textAt(taken, 'caseNo'), 'the same submit made a second case')
      state.caseNo = textAt(taken, 'caseNo')
    },
  },
  {
    no: 5,
    writes: true,
    async run(run) {
      const materialId = textAt(formOf(run), 'materialId')
      need(run.state.caseNo, 4)
      const data = await run.caller.json(5, { declareNo: need(run.state.declareNo, 16), materialId })
      check(textAt(data, 'uploadedFlag') === '1' && textAt(data, 'completeFlag') === '1', 'the form is not there')
    },
  },
  {
    no: 6,
    async run({ caller, state }) {
      const form = [...state.materials, ...state.preparation].find(isForm)
      await caller.json(6, { materialId: textAt(need(form, 1), 'materialId') })
    },
  },
  {
    no: 9,
    async run({ caller, state }) {
      const file = [...state.materials, ...state.preparation].find((it) => !isForm(it))
      await caller.json(9, { materialId: textAt(need(file, 1), 'materialId') })
    },
  },
]
