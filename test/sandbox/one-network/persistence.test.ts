import { rmSync } from 'node:fs'
import { fileCase, newRequestNo, openDraft, uploadFile } from './filing'
import { startTestProvider, type TestProvider } from './provider'

const NURSE_ITEM = 'SX120116000014'

it('what was accepted survives a restart: cases, drafts, files, tokens, locks and request numbers', async () => {
  const first = await startTestProvider({ keepData: true })
  let second: TestProvider | undefined
  try {
    const caseNo = await fileCase(first, first.nurse, NURSE_ITEM)
    const draft = await openDraft(first, first.nurse, NURSE_ITEM)
    const photo = draft.materials.find(({ materialName }) => materialName.startsWith('近期免冠'))
    if (photo === undefined) throw new Error('no photo')
    const attachId = await uploadFile(first, draft, photo, 'photo')
    const body = {
      requestNo: newRequestNo(),
      itemId: NURSE_ITEM,
      optionIds: ['QX120116000014A03', 'QX120116000014D01'],
    }
    const choose = '/api/v1/declarations/choose-situation'
    const opened = await first.client.call(choose, body, { token: draft.token })
    for (let i = 0; i < 5; i += 1) await first.client.login(first.citizen, 'wrong')
    const cases = first.provider.office.listCases()
    await first.stop()

    second = await startTestProvider({ dataDir: first.dataDir, startAt: first.now() + 1000 })
    expect(second.provider.office.listCases()).toEqual(cases)
    expect(cases.map((it) => it.caseNo)).toContain(caseNo)
    const { declareNo, token } = draft
    const list = { declareNo, materialId: photo.materialId }
    const files = await second.client.call('/api/v1/attachments/list', list, { token })
    expect(files.data).toMatchObject({ total: 1, rows: [{ attachId }] })
    expect(second.provider.office.readAttachment(attachId)?.bytes.length).toBeGreaterThan(0)
    const again = await second.client.call(choose, body, { token })
    expect(again.data).toEqual({ ...(opened.data as object), duplicate: '1' })
    expect((await second.client.login(second.citizen)).code).toBe('2002')
    const next = await second.client.call(choose, { ...body, requestNo: newRequestNo() }, { token })
    // Numbers go on where they stopped: counted anew, they would meet those given before.
    const serial = ({ data }: { readonly data: unknown }) => Number((data as { declareNo: string }).declareNo.slice(-6))
    expect(serial(next)).toBe(serial(opened) + 1)
  } finally {
    await second?.stop()
    rmSync(first.dataDir, { recursive: true, force: true })
  }
})
