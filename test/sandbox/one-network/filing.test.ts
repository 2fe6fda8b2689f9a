import { type Draft, newRequestNo, openDraft, prepareSubmission, type SituationRow, submit } from './filing'
import { startTestProvider } from './provider'
import { mainForm, NURSE_ITEM, prepareProvider, SAVE, STATUS, test } from './filing-provider'

prepareProvider()

const CHOOSE = '/api/v1/declarations/choose-situation'

const PROGRESS = '/api/v1/cases/progress'

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
