import {
  type Draft,
  newRequestNo,
  openDraft,
  prepareSubmission,
  type SituationRow,
  type Submission,
  submit,
} from './filing'
import { startTestProvider, type TestProvider } from './provider'

const NURSE_ITEM = 'SX120116000014'
const FREIGHT_ITEM = 'SX120116000001'
const CHOOSE = '/api/v1/declarations/choose-situation'
const SAVE = '/api/v1/declarations/save'
const STATUS = '/api/v1/forms/status'
const PROGRESS = '/api/v1/cases/progress'

interface Failure {
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

let test: TestProvider
beforeAll(async () => {
  test = await startTestProvider()
})
afterAll(() => test.stop())
beforeEach(() => test.advance(60_000))

/** The main form's material: every matter has one, first in the list. */
function mainForm(draft: Draft) {
  const material = draft.materials.find(({ kind }) => kind === '1')
  if (material === undefined) throw new Error('no form')
  return material
}

describe('every matter', () => {
  it('can be filed from the first question to the case', async () => {
    const { data } = await test.client.call('/api/v1/items/list', { pageSize: 50 })
    const { rows } = data as { readonly rows: readonly { readonly itemId: string; readonly subjectTypes: string }[] }
    for (const { itemId, subjectTypes } of rows) {
      test.advance(60_000)
      const account = subjectTypes.includes('person') ? test.citizen : test.freight
      const draft = await openDraft(test, account, itemId)
      const answer = await submit(test, draft.token, await prepareSubmission(test, draft, account))
      expect([itemId, answer.code, answer.data]).toEqual([itemId, '0', expect.objectContaining({ caseStatus: '12' })])
      const { caseNo } = answer.data as { readonly caseNo: string }
      const progress = await test.client.call(PROGRESS, { caseNo }, { token: draft.token })
      expect(progress.data).toMatchObject({ itemId, caseStatus: '12' })
    }
  })
})

describe('#16', () => {
  it('changing the situation says which materials fell away, and changing back restores what was saved', async () => {
    const draft = await openDraft(test, test.nurse, NURSE_ITEM)
    const { materialId } = mainForm(draft)
    const forms = [{ materialId, formVersion: '2.0', formData: { name: '虞青禾' } }]
    const body = { saveType: '1', requestNo: newRequestNo(), declareNo: draft.declareNo, forms }
    await test.client.call(SAVE, body, { token: draft.token })
    const { declareNo, token } = draft
    const change = (optionIds: readonly string[]) =>
      test.client.call(CHOOSE, { requestNo: newRequestNo(), itemId: NURSE_ITEM, declareNo, optionIds }, { token })
    const renewed = await change(['QX120116000014A03', 'QX120116000014D01'])
    expect(renewed.data).toMatchObject({ declareNo, situationText: '延续注册；本人提交' })
    const { materials, removedMaterialIds } = renewed.data as Draft & { readonly removedMaterialIds: readonly string[] }
    const before = draft.materials.map((it) => it.materialId)
    const after = materials.map((it) => it.materialId)
    expect(removedMaterialIds).toEqual(before.filter((id) => !after.includes(id)))
    expect(removedMaterialIds.length).toBeGreaterThan(0)
    await change(['QX120116000014A01', 'QX120116000014B01', 'QX120116000014D01'])
    const status = await test.client.call(STATUS, { declareNo, materialId }, { token })
    expect(status.data).toMatchObject({ uploadedFlag: '1', completeFlag: '0' })
  })

  it('refuses a matter for the other kind of applicant', async () => {
    await expect(openDraft(test, test.freight, NURSE_ITEM)).rejects.toThrow('本事项仅面向个人')
  })

  it('refuses an option that cannot be filed here', async () => {
    const token = await test.client.tokenOf(test.freight)
    const { data } = await test.client.call('/api/v1/items/situations', { itemId: 'SX120116000015' })
    const { rows } = data as { rows: readonly SituationRow[] }
    const optionIds: string[] = []
    for (const { dependOptionIds, options } of rows) {
      const isShown = dependOptionIds === null || dependOptionIds.split(',').some((id) => optionIds.includes(id))
      const [first] = options
      const option = options.filter((it) => it.blockFlag === '1').at(-1) ?? first
      if (isShown && option) optionIds.push(option.optionId)
    }
    const answer = await test.client.call(
      CHOOSE,
      { requestNo: newRequestNo(), itemId: 'SX120116000015', optionIds },
      { token },
    )
    expect(JSON.stringify(answer)).toContain('已并入食品经营许可')
  })

  it('a draft dies 30 days after its last write', async () => {
    const { declareNo, token } = await openDraft(test, test.nurse, NURSE_ITEM)
    test.advance(30 * 86_400_000 + 1)
    const late = await test.client.tokenOf(test.nurse)
    const body = {
      requestNo: newRequestNo(),
      itemId: NURSE_ITEM,
      declareNo,
      optionIds: ['QX120116000014A03', 'QX120116000014D01'],
    }
    expect(token).not.toBe(late)
    expect(await test.client.call(CHOOSE, body, { token: late })).toMatchObject({
      code: '3003',
      data: { currentStatus: '2' },
    })
  })
})

describe('requestNo', () => {
  const open = (token: string, requestNo: string, itemId = NURSE_ITEM) =>
    test.client.call(CHOOSE, { requestNo, itemId, optionIds: ['QX120116000014A03', 'QX120116000014D01'] }, { token })

  it('gives the first result again for the same content, whatever the order of keys', async () => {
    const token = await test.client.tokenOf(test.nurse)
    const first = await open(token, 'same-number')
    expect(first.data).toMatchObject({ duplicate: '0' })
    const body = `{ "optionIds": ["QX120116000014A03", "QX120116000014D01"], "itemId": "${NURSE_ITEM}", "requestNo": "same-number" }`
    const again = await test.client.call(CHOOSE, body, { token })
    expect(again.data).toEqual({ ...(first.data as object), duplicate: '1' })
  })

  it('is 3004 for other content and for another user', async () => {
    const token = await test.client.tokenOf(test.nurse)
    await open(token, 'other-content')
    const other = await test.client.call(
      CHOOSE,
      {
        requestNo: 'other-content',
        itemId: NURSE_ITEM,
        optionIds: ['QX120116000014A05', 'QX120116000014F05', 'QX120116000014D01'],
      },
      { token },
    )
    expect(other).toMatchObject({ code: '3004', data: { firstRequestAt: expect.stringMatching(/^2026-/) as string } })
    expect((await open(await test.client.tokenOf(test.citizen), 'other-content')).code).toBe('3004')
  })

  it('is not used up by a failure, and belongs to one function', async () => {
    const token = await test.client.tokenOf(test.nurse)
    expect((await open(token, 'after-failure', 'SX0')).code).toBe('3002')
    const opened = await open(token, 'after-failure')
    expect(opened.code).toBe('0')
    const { declareNo, materials } = opened.data as Draft
    const forms = [
      { materialId: mainForm({ declareNo, materials, token }).materialId, formVersion: '2.0', formData: {} },
    ]
    const saved = await test.client.call(
      SAVE,
      { saveType: '1', requestNo: 'after-failure', declareNo, forms },
      { token },
    )
    expect(saved.code).toBe('0')
  })

  it('is kept for 30 days', async () => {
    const first = await open(await test.client.tokenOf(test.nurse), 'for-a-month')
    test.advance(30 * 86_400_000 + 1)
    const again = await open(await test.client.tokenOf(test.nurse), 'for-a-month')
    expect(again.data).toMatchObject({ duplicate: '0' })
    expect(again.data).not.toMatchObject({ declareNo: (first.data as Draft).declareNo })
  })
})

describe('the first request of a number is still running', () => {
  it('the second is 5001, and only one declaration comes of it', async () => {
    const slow = await startTestProvider({ delayMs: 300 })
    try {
      const token = await slow.client.tokenOf(slow.nurse)
      const body = {
        requestNo: 'twice-at-once',
        itemId: NURSE_ITEM,
        optionIds: ['QX120116000014A03', 'QX120116000014D01'],
      }
      const answers = await Promise.all([1, 2].map(() => slow.client.call(CHOOSE, body, { token })))
      expect(answers.map(({ code }) => code).sort()).toEqual(['0', '5001'])
    } finally {
      await slow.stop()
    }
  })
})

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

describe('#4 saveType 2', () => {
  let draft: Draft
  let good: Submission
  beforeAll(async () => {
    draft = await openDraft(test, test.nurse, NURSE_ITEM)
    good = await prepareSubmission(test, draft, test.nurse)
  })

  const material = (name: string) => {
    const found = draft.materials.find(({ materialName }) => materialName.startsWith(name))
    if (found === undefined) throw new Error(name)
    return found
  }
  const without = (name: string) => good.materials.filter(({ materialId }) => materialId !== material(name).materialId)
  const withForm = (change: object) =>
    good.forms.map((form) => ({ ...form, formData: { ...form.formData, ...change } }))

  const refusals: readonly (readonly [string, () => object, string, string])[] = [
    [
      'another name',
      () => ({ applicant: { ...good.applicant, name: '别人名' } }),
      'applicant.name',
      '与登录用户不一致',
    ],
    [
      'another ID number',
      () => ({ applicant: { ...good.applicant, certNo: test.citizen.idNo } }),
      'applicant.certNo',
      '与登录用户不一致',
    ],
    [
      'an agent with a wrong check digit',
      () => ({ agent: { name: '陆明棠', idNo: '120104199308150020', phone: '13000000118' } }),
      'agent.idNo',
      '身份证号校验位错误',
    ],
    [
      'a missing file',
      () => ({ materials: without('护理/助产') }),
      'materials',
      '缺少必要材料：护理/助产专业学历证书及8个月以上临床实习证明',
    ],
    [
      'too few files',
      () => ({
        materials: [
          ...without('护理/助产'),
          { materialId: material('护理/助产').materialId, attachIds: good.materials[1]?.attachIds.slice(0, 1) },
        ],
      }),
      'attachIds',
      '至少 2 份',
    ],
    [
      'too many files',
      () => ({
        materials: [...without('近期免冠'), { materialId: material('近期免冠').materialId, attachIds: ['FJ1', 'FJ2'] }],
      }),
      'attachIds',
      '最多 1 份',
    ],
    [
      'a file that does not exist',
      () => ({
        materials: [...without('近期免冠'), { materialId: material('近期免冠').materialId, attachIds: ['FJ1'] }],
      }),
      'attachIds[0]',
      '附件不存在',
    ],
    [
      'a file of another material',
      () => ({
        materials: [
          ...without('近期免冠'),
          { materialId: material('近期免冠').materialId, attachIds: good.materials[0]?.attachIds.slice(0, 1) },
        ],
      }),
      'attachIds[0]',
      '附件不属于该材料',
    ],
    [
      'a material listed twice',
      () => ({ materials: [...good.materials, ...good.materials.slice(0, 1)] }),
      'materialId',
      '同一材料重复出现',
    ],
    ['a missing form', () => ({ forms: [] }), 'forms', '缺少必要材料：护士执业注册申请审核表'],
    [
      'a promise for what cannot be promised',
      () => ({ materials: without('近期免冠'), promiseMaterialIds: [material('近期免冠').materialId] }),
      'promiseMaterialIds[0]',
      '不可承诺后补',
    ],
    [
      'an empty required field',
      () => ({ forms: withForm({ nation: '' }) }),
      'forms[0].formData.nation',
      '民族不能为空',
    ],
    [
      'a field required by its condition',
      () => ({ forms: withForm({ practice_hospital: '' }) }),
      'forms[0].formData.practice_hospital',
      '不能为空',
    ],
    [
      'a wrong check digit',
      () => ({ forms: withForm({ id_no: '120116199607210043' }) }),
      'forms[0].formData.id_no',
      '身份证号校验位错误',
    ],
    [
      'a signature that was not uploaded here',
      () => ({ forms: withForm({ applicant_sign: ['FJ1'] }) }),
      'forms[0].formData.applicant_sign',
      '签名附件不存在',
    ],
  ]

  it.each(refusals)('refuses %s', async (_name, change, field, message) => {
    const before = test.provider.office.listCases().length
    const answer = await submit(test, draft.token, { ...good, requestNo: newRequestNo(), ...change() })
    expect(answer.code).toBe('3001')
    const { errors } = answer.data as Failure
    expect(errors).toContainEqual({
      field: expect.stringContaining(field) as string,
      message: expect.stringContaining(message) as string,
    })
    expect(test.provider.office.listCases()).toHaveLength(before)
  })

  it('refuses a promise for what was uploaded, and one that nobody signed', async () => {
    const hours = await openDraft(test, test.freight, 'SX120116000009')
    const { materialId } = hours.materials.find(({ necessity }) => necessity === '3') ?? { materialId: '' }
    const whole = await prepareSubmission(test, hours, test.freight)
    const errorsOf = async (materials: Submission['materials']) => {
      const promised = { materials, promiseMaterialIds: [materialId], requestNo: newRequestNo() }
      return ((await submit(test, hours.token, { ...whole, ...promised })).data as Failure).errors
    }
    expect(await errorsOf(whole.materials)).toContainEqual({
      field: 'promiseMaterialIds[0]',
      message: '已上传的材料不需要承诺：涉及岗位职工签名表(职工知晓同意)',
    })
    expect(await errorsOf(whole.materials.filter((one) => one.materialId !== materialId))).toEqual([
      { field: 'forms', message: '承诺后补须填写：容缺受理补正承诺书' },
    ])
  })

  it('a passport number needs no check digit', async () => {
    const forms = withForm({ id_type: 'pass', id_no: 'E12345678', nation: '' })
    const { data } = await submit(test, draft.token, { ...good, requestNo: newRequestNo(), forms })
    expect((data as Failure).errors.map(({ field }) => field)).toEqual(['forms[0].formData.nation'])
  })

  it('a hidden field is not asked for', async () => {
    const forms = withForm({ reg_type: 'renew', practice_hospital: '', nation: '', mobile: '' })
    const { data } = await submit(test, draft.token, { ...good, requestNo: newRequestNo(), forms })
    expect((data as Failure).errors.map(({ field }) => field)).toEqual(['forms[0].formData.mobile'])
  })

  it('somebody else’s file is 2004', async () => {
    const others = await openDraft(test, test.citizen, 'SX120116000017')
    const theirs = (await prepareSubmission(test, others, test.citizen)).materials[0]?.attachIds ?? []
    const materials = [
      ...without('近期免冠'),
      { materialId: material('近期免冠').materialId, attachIds: theirs.slice(0, 1) },
    ]
    const answer = await submit(test, draft.token, { ...good, requestNo: newRequestNo(), materials })
    expect(answer.code).toBe('2004')
  })

  it('makes one case of it, also when the answer got lost and it is sent again', async () => {
    const before = test.provider.office.listCases().length
    const first = await submit(test, draft.token, good)
    expect(first.data).toMatchObject({ caseStatus: '12', declareNo: draft.declareNo, duplicate: '0' })
    const again = await submit(test, draft.token, good)
    expect(again.data).toEqual({ ...(first.data as object), duplicate: '1' })
    expect(test.provider.office.listCases()).toHaveLength(before + 1)
    const other = await submit(test, draft.token, { ...good, requestNo: newRequestNo() })
    expect(other).toMatchObject({ code: '3003', data: { currentStatus: '1' } })
  })

  it('a form that was saved before need not be sent again; a shareable material may be missing', async () => {
    const second = await openDraft(test, test.nurse, NURSE_ITEM)
    const whole = await prepareSubmission(test, second, test.nurse)
    const body = { saveType: '1', requestNo: newRequestNo(), declareNo: second.declareNo, forms: whole.forms }
    expect((await test.client.call(SAVE, body, { token: second.token })).code).toBe('0')
    const id = material('身份证明').materialId
    const materials = whole.materials.filter(({ materialId }) => materialId !== id)
    expect((await submit(test, second.token, { ...whole, forms: [], materials })).code).toBe('0')
  })

  it('an earlier file may be used again and becomes a copy with its own id', async () => {
    const second = await openDraft(test, test.nurse, NURSE_ITEM)
    const whole = await prepareSubmission(test, second, test.nurse)
    const photo = material('近期免冠').materialId
    const earlier = good.materials.find(({ materialId }) => materialId === photo)?.attachIds ?? []
    const materials = whole.materials.map((it) => (it.materialId === photo ? { ...it, attachIds: earlier } : it))
    const answer = await submit(test, second.token, { ...whole, materials })
    const { caseNo } = answer.data as { readonly caseNo: string }
    const files = test.provider.office.openCase(caseNo)?.materials.find(({ materialId }) => materialId === photo)?.files
    expect(files).toHaveLength(1)
    expect(files?.[0]?.attachId).not.toBe(earlier[0])
    const bytes = (id: string | undefined) => test.provider.office.readAttachment(id ?? '')?.bytes.toString('hex')
    expect(bytes(files?.[0]?.attachId)).toBe(bytes(earlier[0]))
  })

  it('an enterprise names its legal person as registered', async () => {
    const freight = await openDraft(test, test.freight, FREIGHT_ITEM)
    const whole = await prepareSubmission(test, freight, test.freight)
    const applicant = { ...whole.applicant, legalPerson: '别人名' }
    const wrong = await submit(test, freight.token, { ...whole, requestNo: newRequestNo(), applicant })
    expect(JSON.stringify(wrong)).toContain('applicant.legalPerson')
    expect((await submit(test, freight.token, whole)).code).toBe('0')
  })
})
