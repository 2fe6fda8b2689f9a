import { type Draft, newRequestNo, openDraft } from './filing'
import { type Failure, mainForm, NURSE_ITEM, prepareProvider, SAVE, STATUS, test } from './filing-provider'

prepareProvider()

describe('#4 saveType 1', () => {
  let draft: Draft
  beforeEach(async () => {
    draft = await openDraft(test, test.nurse, NURSE_ITEM)
  })
  const save = (formData: object, more: object = {}) =>
    test.client.call(
      SAVE,
      {
        saveType: '1',
        requestNo: newRequestNo(),
        declareNo: draft.declareNo,
        forms: [{ materialId: mainForm(draft).materialId, formVersion: '2.0', formData, ...more }],
      },
      { token: draft.token },
    )

  it('keeps an incomplete form and says so', async () => {
    expect((await save({ name: '虞青禾', school_years: 3 })).data).toMatchObject({ caseNo: '', caseStatus: '' })
    const body = { declareNo: draft.declareNo, materialId: mainForm(draft).materialId }
    const status = await test.client.call(STATUS, body, { token: draft.token })
    expect(status.data).toMatchObject({ uploadedFlag: '1', completeFlag: '0', formVersion: '2.0' })
  })

  it.each([
    ['a field that the dictionary does not know', { nickname: 'x' }, 'nickname'],
    ['a number as text', { school_years: '3' }, 'school_years'],
    ['a text as number', { name: 3 }, 'name'],
    ['null', { name: null }, 'name'],
    ['a text that is too long', { name: '长'.repeat(31) }, 'name'],
    ['a date that does not exist', { birth: '2026-02-30' }, 'birth'],
    ['a choice that is not offered', { sex: 'x' }, 'sex'],
    ['a date range without its end', { practice_period: { begin: '2026-01-01' } }, 'practice_period'],
    ['a boolean as boolean', { cross_province: true }, 'cross_province'],
    ['a cell of the wrong type', { resume: [{ org: 5 }] }, 'resume[0].org'],
    ['a table that is no list', { resume: {} }, 'resume'],
    ['an unknown column', { resume: [{ extra: 'x' }] }, 'resume[0].extra'],
  ])('refuses %s', async (_name, formData, path) => {
    const answer = await save(formData)
    expect(answer.code).toBe('3001')
    expect((answer.data as Failure).errors.map(({ field }) => field)).toEqual([`forms[0].formData.${path}`])
  })

  it('refuses another version and a material that is no form', async () => {
    expect(JSON.stringify(await save({}, { formVersion: '0.9' }))).toContain('forms[0].formVersion')
    const file = draft.materials.find(({ kind }) => kind === '2')
    expect(JSON.stringify(await save({}, { materialId: file?.materialId }))).toContain('不是电子表单材料')
  })

  it('is nobody else’s to write', async () => {
    const token = await test.client.tokenOf(test.citizen)
    const forms = [{ materialId: mainForm(draft).materialId, formVersion: '2.0', formData: {} }]
    const body = { saveType: '1', requestNo: newRequestNo(), declareNo: draft.declareNo, forms }
    expect((await test.client.call(SAVE, body, { token })).code).toBe('2004')
  })
})
