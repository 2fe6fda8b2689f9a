import { newRequestNo, openDraft } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const NURSE_ITEM = 'SX120116000014'
const NURSE_FORM = 'CL12011600001401'
const FREIGHT_FORM = 'CL12011600000101'
const LATEST = '/api/v1/forms/latest'
const CREDIT = '/api/v1/credit/enterprise'
const SAVE = '/api/v1/declarations/save'

let test: TestProvider
beforeAll(async () => {
  test = await startTestProvider()
})
afterAll(() => test.stop())
beforeEach(() => test.advance(120_000))
afterEach(() => test.provider.faults.clear())

describe('#6', () => {
  const latest = async (account = test.nurse, materialId = NURSE_FORM) =>
    test.client.call(LATEST, { materialId }, { token: await test.client.tokenOf(account) })

  it('gives the newest saving of the form, drafts included, with its day and declaration', async () => {
    const draft = await openDraft(test, test.nurse, NURSE_ITEM)
    const save = (org: string) => {
      const forms = [{ materialId: NURSE_FORM, formVersion: '2.0', formData: { org_name: org } }]
      const body = { saveType: '1', requestNo: newRequestNo(), declareNo: draft.declareNo, forms }
      return test.client.call(SAVE, body, { token: draft.token })
    }
    expect((await save('天津虚构医院')).code).toBe('0')
    test.advance(1000)
    expect((await save('河北虚构医院')).code).toBe('0')
    expect((await latest()).data).toMatchObject({
      materialId: NURSE_FORM,
      formVersion: '2.0',
      formData: { org_name: '河北虚构医院' },
      savedAt: expect.stringMatching(/^2026-11-02 10:/) as string,
      sourceDeclareNo: draft.declareNo,
      sourceCaseNo: '',
    })
  })

  it('finds what went into a case, and names it', async () => {
    const { data } = await latest(test.freight, FREIGHT_FORM)
    expect(data).toMatchObject({
      formData: { uscc: '91120116MA0FXN011B', biz_address: '天津市滨海高新区虚构一路 18 号 3 层 301' },
      sourceCaseNo: expect.stringMatching(/^BJ/) as string,
    })
  })

  it('is empty for who never filled it, also when others did; 3002 for a material that does not exist', async () => {
    expect((await latest(test.citizen)).data).toMatchObject({ formData: null, savedAt: null, sourceDeclareNo: '' })
    expect((await latest(test.nurse, 'CL99999999999999')).code).toBe('3002')
  })
})

describe('#10', () => {
  const credit = async (body: object) =>
    test.client.call(CREDIT, body, { token: await test.client.tokenOf(test.freight) })

  it('knows an enterprise by its code, which counts, or by its exact name', async () => {
    const byCode = await credit({ uscc: '91120116MA0FXN011B', name: '天津拾光里文化传播有限公司' })
    expect(byCode.data).toMatchObject({
      foundFlag: '1',
      name: '天津星槎速达货运有限公司',
      regCapital: '500.00万人民币',
      dataDate: '2026-11-01',
    })
    const byName = await credit({ name: '天津虚白石材经营有限公司' })
    expect(byName.data).toMatchObject({
      dishonestFlag: '1',
      penalties: [{ authority: '虚构行政机关' }],
      abnormals: [{ reason: '通过登记的住所无法联系' }],
      dishonestExecuted: [{ performance: '全部未履行' }],
    })
  })

  it('says so when it does not know one; a wrong code and no key at all are 3001', async () => {
    expect((await credit({ name: '没有这家企业' })).data).toEqual({
      foundFlag: '0',
      uscc: '',
      name: null,
      regStatus: '',
    })
    expect((await credit({ uscc: '123' })).code).toBe('3001')
    expect((await credit({})).code).toBe('3001')
  })

  it('5003 by the fault switch, with the time to wait', async () => {
    test.provider.faults.set({ match: { functionNo: 10 }, kind: 'credit-down', times: 1 })
    expect(await credit({ uscc: '91120116MA0FXN011B' })).toMatchObject({
      code: '5003',
      data: { retryAfterSeconds: 60 },
    })
    expect((await credit({ uscc: '91120116MA0FXN011B' })).code).toBe('0')
  })

  it('is asked for at most 60 times a minute, by whomever', async () => {
    const ask = async () => (await test.client.json(CREDIT, { uscc: '91120116MA0FXN011B' })).status
    const statuses: number[] = []
    for (let n = 0; n < 61; n += 1) statuses.push(await ask())
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429])
    test.advance(1000)
    expect(await ask()).toBe(200)
  })
})
