import type { Locator, Page } from 'playwright-core'
import { type AnswerValue, type Field, kindOf } from '../../miniprogram/shared/form'
import { Citizen } from '../cloudfunctions/support/citizen'
import { attach, completeDraft, NURSE, open, start } from '../cloudfunctions/support/nurse'
import { pdf } from '../cloudfunctions/support/files'
import { appInBrowser } from '../support/app-in-browser'
import { addressOf, fieldBox, saveLine } from '../support/bad-days'
import { type BrowserPage, eventually, expectText, pageData, shown, tap, typeInto } from '../support/browser'
import { agree, arriveAt, goToStep, unfoldReview } from '../support/citizen'

/** Hostile text: it comes back as it was typed, or is refused beside the field, and nothing of it is ever executed. */

const world = appInBrowser()

const IMAGE = '<img src=x onerror=pwned=1>'
const HOSTILE = [
  '<script>pwned=1</script>',
  IMAGE,
  '{{pwned=1}}${pwned=1}',
  `';pwned=1;--"`,
  '😀🇨🇳',
  '虚\u0007构\u202E路',
  '虚构\u200B医院',
  'ＡＢＣ１２３ 　',
  '𠮷野家_%$.*\\',
  '__proto__',
  'A'.repeat(25_000),
] as const

/** Was anything of it executed, or turned into an element? */
async function expectHarmless(page: Page): Promise<void> {
  const harm = await page.evaluate(() => ({
    ran: 'pwned' in globalThis,
    elements: document.querySelectorAll('img[src="x"], [onerror], [onclick*="pwned"]').length,
    scripts: Array.from(document.querySelectorAll('script')).filter((script) => script.text.includes('pwned')).length,
  }))
  expect(harm).toEqual({ ran: false, elements: 0, scripts: 0 })
}

interface ShownField {
  readonly anchor: string
  readonly field: Field
  readonly value: AnswerValue
  readonly error: string
  readonly readonly: boolean
}

/** The fields of the step that take any text; a number keyboard has no letters. */
async function writtenFields(page: Page): Promise<readonly ShownField[]> {
  const fields = (await pageData(page))['fields'] as readonly ShownField[]
  const takesText = (field: Field): boolean => {
    const kind = kindOf(field.type)
    return kind.shape(field).kind === 'text' && kind.control(field).typed === true
  }
  const written = fields.filter(({ field, readonly }) => takesText(field) && !readonly)
  const keyboards = await Promise.all(written.map(({ field }) => inputOf(page, field.label).getAttribute('type')))
  return written.filter((_, i) => keyboards[i] !== 'number')
}

/** What is kept of a typed text: marks that nobody sees and blanks at the ends go, numbers and codes become half-width. */
const plain = (text: unknown): string =>
  String(text)
    .normalize('NFKC')
    .replace(/[\s\u200b\u202e]/g, '')
    .toUpperCase()

const inputOf = (page: Page, label: string): Locator => fieldBox(page, label).locator('input, textarea').first()

test('each text field of each step takes hostile text as text, or refuses it beside the field', async () => {
  const citizen = new Citizen(world.app, 'hostile')
  await citizen.bind(NURSE.account)
  const { draftId } = await start(citizen)
  const address = addressOf(world.app, 'hostile', `packages/declare/pages/form/form?draftId=${draftId}`)
  const phone = await world.browser.open(address)
  const { page } = phone
  await saveLine(page, /已保存/)
  // Titles are numbered: `1. 基本信息`.
  const titles = ((await pageData(page))['stepTitles'] as readonly string[]).map((title) =>
    title.replace(/^\d+\. /, ''),
  )
  let tried = 0
  for (const [step, title] of titles.entries()) {
    await goToStep(page, title)
    expect((await pageData(page))['stepIndex']).toBe(step)
    for (const text of HOSTILE) {
      for (const { field } of await writtenFields(page)) {
        const input = inputOf(page, field.label)
        await input.fill(text)
        await input.blur()
        tried += 1
      }
      for (const { anchor, field, value, error } of await writtenFields(page)) {
        const told = error !== '' && (await shown(page).locator(`#${anchor}`).innerText()).includes(error)
        // No box cuts: what the citizen sees is what was typed, and what is kept.
        const seen = plain(await inputOf(page, field.label).inputValue())
        const kept = seen !== '' && seen === plain(value) && plain(text) === seen
        expect([field.label, text.slice(0, 40), told || kept]).toEqual([field.label, text.slice(0, 40), true])
      }
    }
  }
  expect(tried).toBeGreaterThan(15 * HOSTILE.length)
  await expectHarmless(page)
  phone.assertHealthy()
  await saveLine(page, /已保存/)
  const saved = (await open(citizen, draftId)).forms[0]?.answers ?? {}
  for (const { field, value } of await writtenFields(page))
    expect([field.id, saved[field.id]]).toEqual([field.id, value])
  await phone.context.close()
}, 180_000)

test('hostile answers, file names and opinions are text for the applicant and for the office', async () => {
  const citizen = new Citizen(world.app, 'markup')
  await citizen.bind(NURSE.account)
  const { draftId, version } = await completeDraft(citizen)
  const answers = { school: IMAGE, major: '<script>pwned=1</script>', org_name: '{{pwned=1}}', home_addr: `"${IMAGE}` }
  await citizen.call('declaration.save', {
    draftId,
    baseVersion: version,
    forms: [{ materialId: NURSE.form, answers }],
  })
  const { materials } = await open(citizen, draftId)
  const material = materials.find(({ kind, fileTypes }) => kind === 'attachment' && fileTypes.includes('pdf'))
  const place = { draftId, materialId: material?.materialId ?? '' }
  const file = await attach(citizen, place, pdf('markup'), `${IMAGE}.pdf`)
  // Signs that a file system may not like are replaced; what is left is only a name.
  const read = [...Object.values(answers), file.fileName]
  expect(file.fileName).toContain('img src=x onerror=pwned=1')

  const phone: BrowserPage = await world.browser.open(
    addressOf(world.app, 'markup', `packages/declare/pages/review/review?draftId=${draftId}`),
  )
  const { page } = phone
  await expectText(page, '.bottom', '内容齐全')
  await unfoldReview(page)
  for (const text of read) expect(await shown(page).innerText()).toContain(text)
  await expectHarmless(page)
  await tap(page, '.submit')
  await agree(page)
  await arriveAt(page, 'packages/declare/pages/receipt/receipt')
  await expectText(page, '.case-no__text', /^BJ\d+$/)
  const caseNo = await shown(page).locator('.case-no__text').innerText()

  const desk = await world.browser.open(
    `${world.app.provider.url}/desk/`,
    { isMobile: false, hasTouch: false },
    '#cases li',
  )
  await desk.page.locator('#cases button', { hasText: caseNo }).click()
  const readTab = async (name: string): Promise<string> => {
    await desk.page.getByRole('tab', { name }).click()
    return desk.page.locator('#case').innerText()
  }
  const officeReads = (await readTab('填写内容')) + (await readTab('材料'))
  for (const text of read) expect(officeReads).toContain(text)
  await expectHarmless(desk.page)
  await desk.page.locator('#case textarea').fill(IMAGE)
  await desk.page.locator('#case .actions button', { hasText: '受理' }).first().click()
  await desk.page.locator('#case', { hasText: IMAGE }).waitFor()
  await expectHarmless(desk.page)
  desk.assertHealthy()

  await page.goto(addressOf(world.app, 'markup', `packages/case/pages/progress/progress?caseNo=${caseNo}`))
  await page.reload()
  await arriveAt(page, 'packages/case/pages/progress/progress')
  await expectText(page, '.page', IMAGE)
  await expectHarmless(page)
  await Promise.all([phone.context.close(), desk.context.close()])
}, 60_000)

test('the search box and the login take hostile text as text', async () => {
  const phone = await world.browser.open(addressOf(world.app, 'nobody', 'pages/matters/matters'))
  const { page } = phone
  await shown(page).locator('.matter').first().waitFor()
  for (const text of HOSTILE) {
    await typeInto(page, '.search-input', text)
    await eventually(
      async () => (await pageData(page))['query'],
      (query) => query === text,
    )
    // Signs alone are no search: all matters stay.
    if (/[\p{L}\p{N}]/u.test(text)) await expectText(page, '.nothing', `没有找到“${text}”`)
    else await shown(page).locator('.matter').first().waitFor()
  }
  await expectHarmless(page)
  await page.goto(addressOf(world.app, 'nobody', 'packages/account/pages/bind/bind'))
  await page.reload()
  await arriveAt(page, 'packages/account/pages/bind/bind')
  await tap(page, '[role="checkbox"].agree')
  for (const text of [IMAGE, '😀😀', '虚\u0007构路口', 'ＡＢＣ１２３']) {
    await typeInto(page, '[aria-label="一网通账号"]', text)
    await typeInto(page, '[aria-label="一网通密码"]', text)
    await tap(page, '.submit')
    await expectText(page, '.error, .refused', /\S/)
    expect((await pageData(page))['account']).toBe(text)
  }
  await expectHarmless(page)
  await phone.context.close()
}, 60_000)
