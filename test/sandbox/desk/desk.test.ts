import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { OfficeCase, OfficeCaseBrief } from '../../../sandbox/one-network/office'
import { PDF } from '../one-network/filing'
import { startTestProvider, type TestProvider } from '../one-network/provider'

let test: TestProvider
let nurseCase: string
beforeAll(async () => {
  test = await startTestProvider()
  const found = test.provider.office.listCases().find((it) => it.caseStatus === '35')
  nurseCase = found?.caseNo ?? ''
})
afterAll(() => test.stop())

const get = (path: string) => fetch(`${test.provider.url}/desk/${path}`)
const send = (path: string, body: object, method = 'POST') =>
  fetch(`${test.provider.url}/desk/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Status of a request whose Host or Origin is not this machine: fetch would not let us lie. */
function statusWith(headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${test.provider.url}/desk/api/faults`, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })
}

it('serves its page, its style and its script', async () => {
  const page = await get('')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await page.text()).toContain('窗口工作台')
  expect((await get('desk.css')).status).toBe(200)
  expect((await get('icons/search.svg')).headers.get('content-type')).toBe('image/svg+xml')
  expect((await get('icons/none.svg')).status).toBe(404)
  expect(await (await get('desk.js')).text()).toContain('replaceChildren')
  expect((await get('../package.json')).status).toBe(404)
  expect((await fetch(test.provider.url, { redirect: 'manual' })).headers.get('location')).toBe('/desk/')
})

it('wears the colours of the mini-program, the dark ones where the system is dark', async () => {
  const sheet = await (await get('tokens.css')).text()
  const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)')
  expect(light).toContain(':root {')
  expect(light).toMatch(/--color-page: #f3f6fb;/)
  expect(light).toMatch(/--font-body: /)
  expect(dark).toMatch(/--color-page: #10151d;/)
  expect(dark).not.toContain('--font-body')
})

it('names each of the 35 functions as the contract does', async () => {
  const { rows } = (await (await get('api/functions')).json()) as {
    readonly rows: readonly { readonly no: number; readonly name: string }[]
  }
  expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 35 }, (_, at) => at + 1))
  // Chapter 6 of the contract.
  const chapter = readFileSync('docs/one-network/README.md', 'utf8')
  expect(rows.filter(({ no, name }) => !chapter.includes(`| ${no} | ${name} |`))).toEqual([])
})

it('says whose turn a case is, until when, and when it was last worked on', async () => {
  const { rows } = (await (await get('api/cases')).json()) as { readonly rows: readonly OfficeCaseBrief[] }
  const of = (status: string) => rows.find(({ caseStatus }) => caseStatus === status)
  expect(of('28')).toMatchObject({ turn: 'applicant', due: '', overdue: false })
  expect(of('90')).toMatchObject({ turn: 'over', due: '', overdue: false })
  const review = of('32')
  expect(review).toMatchObject({ turn: 'office', applicant: '天津星槎速达货运有限公司' })
  expect(review?.due).toBe([review?.promisedFinishDate ?? '', review?.promiseDeadline ?? ''].sort()[0])
  expect(rows.every(({ movedAt, submitTime }) => movedAt >= submitTime)).toBe(true)
  const late = rows.filter(({ due }) => due !== '').map(({ due, overdue }) => [overdue, due < '2026-11-02'])
  expect(late.every(([said, isLate]) => said === isLate)).toBe(true)
  expect(new Set(late.map(([said]) => said))).toEqual(new Set([true, false]))
})

it('masks people’s numbers beside what was filled in', async () => {
  const found = (await (await get(`api/cases/${nurseCase}`)).json()) as OfficeCase
  const rows = found.forms.flatMap(({ sections }) => sections.flatMap((section) => section.rows))
  expect(rows.find(({ value }) => value === test.nurse.idNo)?.masked).toBe('1****************2')
  expect(rows.find(({ value }) => value === test.nurse.phone)?.masked).toBe('130******02')
  expect(rows.find(({ value }) => value === test.nurse.name)).not.toHaveProperty('masked')
  expect(found.situation).toEqual(expect.arrayContaining(['首次注册']))
})

it('is closed to pages of other sites', async () => {
  expect(await statusWith({ host: 'evil.example' })).toBe(403)
  expect(await statusWith({ origin: 'https://evil.example' }, 'DELETE')).toBe(403)
  expect(await statusWith({ origin: test.provider.url }, 'DELETE')).toBe(200)
})

it('lists the cases and opens one with what the applicant filled in', async () => {
  const { rows } = (await (await get('api/cases')).json()) as { readonly rows: readonly object[] }
  expect(rows).toHaveLength(test.provider.office.listCases().length)
  const found: unknown = await (await get(`api/cases/${nurseCase}`)).json()
  expect(found).toMatchObject({
    applicant: { name: '虞青禾' },
    forms: [
      { title: '护士执业注册申请审核表', sections: [{ rows: [{ label: '姓名', value: '虞青禾' }, {}, {}, {}] }] },
    ],
    materials: [{ name: '身份证明', files: [{ fileName: '虚构样例.pdf' }] }],
  })
  expect((await get('api/cases/BJ0')).status).toBe(404)
})

it('gives an attachment as a download, never as a page', async () => {
  const attachId = test.provider.office.openCase(nurseCase)?.materials[0]?.files[0]?.attachId ?? ''
  const response = await get(`api/attachments/${attachId}`)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect((await response.text()).slice(0, 8)).toBe(PDF.toString().slice(0, 8))
})

it('says that there is nothing under an address that is none', async () => {
  for (const id of ['%ff', 'BJ-none', '..%2f..%2fx']) expect((await get(`api/cases/${id}`)).status).toBe(404)
})

it('decides, and says in plain words why not', async () => {
  const open = test.provider.office.listCases().find((it) => it.caseStatus === '16')?.caseNo ?? ''
  const accepted = await send(`cases/${open}/actions`, { action: 'accept', opinion: '予以受理' })
  expect(await accepted.json()).toMatchObject({ caseStatus: '30' })
  const refused = await send(`cases/${open}/actions`, { action: 'accept' })
  expect(refused.status).toBe(409)
  expect(await refused.json()).toEqual({ message: '办件状态为 30，不能受理' })
  expect((await send(`cases/${open}/actions`, { action: 'burn' })).status).toBe(409)
  expect(await (await send(`cases/${open}/status`, { code: '801', name: '新状态' })).json()).toMatchObject({
    caseStatus: '801',
    caseStatusName: '新状态',
  })
})

it('switches faults on and off', async () => {
  const on = await send('faults', { match: { functionNo: 33 }, kind: 'status', times: 3 })
  expect(await on.json()).toMatchObject({ active: [{ kind: 'status', times: 3 }] })
  expect((await test.client.json('/api/v1/items/list', {})).status).toBe(503)
  expect((await send('faults', { match: { functionNo: 99 }, kind: 'status' })).status).toBe(409)
  await send('faults', { match: {}, kind: 'slow', delayMs: 1 })
  expect(await (await send('faults/33', {}, 'DELETE')).json()).toMatchObject({ active: [{ kind: 'slow' }] })
  expect(await (await send('faults/every', {}, 'DELETE')).json()).toMatchObject({ active: [] })
  await send('faults', { match: { functionNo: 33 }, kind: 'status' })
  await send('faults', {}, 'DELETE')
  expect((await test.client.json('/api/v1/items/list', {})).status).toBe(200)
})

it('pushes any event about a case, and shows how the deliveries went', async () => {
  const sent = await send(`cases/${nurseCase}/events`, { eventType: 'EXPERT_REVIEW_STARTED', summary: '专家评审开始' })
  const { eventId } = (await sent.json()) as { readonly eventId: string }
  const { rows } = (await (await get('api/pushes')).json()) as { readonly rows: readonly object[] }
  expect(rows[0]).toMatchObject({ eventId, caseNo: nurseCase, state: 'waiting', attempts: 0 })
  expect((await send(`cases/${nurseCase}/events`, { eventType: '小写' })).status).toBe(409)
  expect((await send('cases/BJ0/events', { eventType: 'ACCEPTED' })).status).toBe(409)
})

it('a fault may be over by itself', async () => {
  const on = await send('faults', { match: {}, kind: 'down', forMs: 60_000 })
  expect(await on.json()).toMatchObject({ active: [{ kind: 'down', forMs: 60_000 }] })
  await send('faults', {}, 'DELETE')
})

it('shows recent requests without personal data', async () => {
  await test.client.login(test.nurse)
  const text = await (await get('api/requests')).text()
  const { rows } = JSON.parse(text) as { readonly rows: readonly object[] }
  expect(rows[0]).toMatchObject({ functionNo: 17, status: 200, code: '0', fault: '' })
  for (const secret of [test.nurse.name, test.nurse.idNo, test.nurse.phone]) expect(text).not.toContain(secret)
})
