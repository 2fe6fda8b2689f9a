import { type Draft, newRequestNo, openDraft, prepareSubmission, type Submission, submit } from './filing'
import { type Failure, NURSE_ITEM, prepareProvider, SAVE, test } from './filing-provider'

prepareProvider()

const FREIGHT_ITEM = 'SX120116000001'

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
