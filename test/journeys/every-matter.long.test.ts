import type { Page } from 'playwright-core'
import { matterBySlug } from '../../cloudfunctions/matters'
import {
  type Answers,
  type FormContext,
  type FormSchema,
  fieldsOf,
  holdsFiles,
  visibleForm,
} from '../../miniprogram/shared/form'
import {
  answersOf,
  type Filed,
  filingOf,
  isForEnterprises,
  schemaOf,
  wordsOf,
} from '../cloudfunctions/support/file-matter'
import { asClerksType } from '../../sandbox/one-network/catalogue/wording'
import type { MatterFixture } from '../shared/fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { appInBrowser } from '../support/app-in-browser'
import { eventually, pageData, shown, tap } from '../support/browser'
import { arriveAt, arrived, bindAccount, fillForm, openTab, pickFor, reviewIt, submitIt } from '../support/citizen'
import { chooseExactly, openForm } from '../support/citizen/start'
import { fileOf } from '../support/citizen/files'
import { folderOf } from '../support/matters'
import { look } from '../support/citizen/look'
import { touch } from '../support/citizen/touch'
import { filedFiles, filedForm, SIGNED } from './support/office'

/**
 * Every matter with its maximal answers, in Chromium, through the real pages: guide, questions, every field of every
 * form, every material, review, submit; then the office's copy is compared with the fixture. It takes long: `npm run
 * file-all`, or `MATTERS=temp-slogan,road-freight npm run file-all` for some.
 */

const world = appInBrowser()
const WANTED = process.env['MATTERS']?.split(',')
const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const
/** With as much as it takes, and in another case: the first that nothing is to be confirmed about. */
function filingsOf(fixture: MatterFixture): readonly Filed[] {
  const other = fixture.lawful?.find(({ told }) => told.length === 0)
  return [filingOf(fixture, 'maximal'), ...(other ? [other] : [])]
}

/** The questions in order with the labels of the chosen options. */
function labelsOf(slug: string, { situation }: Filed): readonly (readonly string[])[] {
  return folderOf(slug).guide.situations.flatMap(({ key, options }) => {
    const chosen = situation[key]
    return chosen
      ? [options.filter((option) => chosen.includes(option.key)).map(({ label }) => asClerksType(label))]
      : []
  })
}

interface ShownMaterial {
  readonly materialId: string
  readonly name: string
}

/** Puts as many files as it needs under every material. Resolves with their names by material. */
async function uploadAll(page: Page, slug: string): Promise<Record<string, string[]>> {
  const uploaded: Record<string, string[]> = {}
  const keys = Object.entries(wordsOf(slug).materials)
  const listed = async () => (await pageData(page))['materials'] as readonly ShownMaterial[]
  for (const { materialId, name } of await eventually(listed, ({ length }) => length > 0)) {
    const key = keys.find(([, id]) => id === materialId)?.[0]
    const wanted = folderOf(slug).guide.materials.find((one) => one.key === key)?.files
    const count = Math.max(wanted?.min ?? 1, 1)
    const files = Array.from({ length: count }, (_, n) => fileOf(wanted?.types ?? [], `${key ?? 'x'}-${n + 1}`))
    await pickFor(page, name, files)
    await arrived(page, name, files)
    uploaded[name] = files.map((file) => file.name).sort()
  }
  return uploaded
}

/** What the office must hold: every field that the answers show, signatures as files. */
function expectedOf(schema: FormSchema, context: FormContext): Answers {
  const { ids } = visibleForm(schema, context)
  return Object.fromEntries(
    fieldsOf(schema)
      .filter(({ id, readonly }) => ids.has(id) && readonly !== true && (context.form[id] ?? null) !== null)
      .map((field) => [field.id, holdsFiles(field) ? (SIGNED as Answers[string]) : (context.form[field.id] ?? null)]),
  )
}

/** Login of the account that files a matter. */
const loginOf = ({ slug, account }: MatterFixture): string =>
  account ?? ACCOUNTS[isForEnterprises(slug) ? 'enterprise' : 'person']

const FIXTURES = MATTER_FIXTURES.filter(({ slug }) => WANTED?.includes(slug) ?? true)
/** Each account is bound by a citizen of its own, once: the provider counts logins. */
const LOGINS = [...new Set(FIXTURES.map(loginOf))].map((login, n) => [login, n] as const)

describe.each(LOGINS)('%s', (login, n) => {
  const fixtures = FIXTURES.filter((fixture) => loginOf(fixture) === login)
  const subjectType = login === ACCOUNTS.person ? 'person' : 'enterprise'
  const address = (): string => `${world.app.url}?citizen=every-matter-${n}`
  let page: Page

  beforeAll(async () => {
    const phone = await world.browser.open(address())
    page = phone.page
    page.setDefaultTimeout(15_000)
    await openTab(page, '我的')
    await tap(page, '.bind')
    await arriveAt(page, 'packages/account/pages/bind/bind')
    await bindAccount(page, { subjectType, account: login, password: 'Demo@2026' })
    await arriveAt(page, 'pages/account/account')
  }, 120_000)

  const rows = fixtures.flatMap((fixture) =>
    filingsOf(fixture).map((filing) => [fixture.slug, filing.name, fixture, filing] as const),
  )

  test.each(rows)(
    '%s, %s',
    async (slug, name, fixture, filing) => {
      const started = Date.now()
      await page.goto(address())
      await shown(page).waitFor()
      await openTab(page, '事项')
      await touch(
        shown(page)
          .getByText(matterBySlug(slug)?.shortName ?? slug, { exact: true })
          .first(),
      )
      await arriveAt(page, 'packages/matter/pages/guide/guide')
      await shown(page).locator('.offer').first().waitFor()
      await look(page, `every-${slug}-${name}-guide`)
      await tap(page, '.offer')
      await arriveAt(page, 'packages/matter/pages/situation/situation')
      for (const labels of labelsOf(slug, filing)) await chooseExactly(page, labels)
      await look(page, `every-${slug}-${name}-situation`)
      const today = await openForm(page)
      const answers = answersOf(slug, filing, today)
      const { app_form: formId = '' } = wordsOf(slug).materials
      await fillForm(page, answers[formId] ?? {}, {
        forms: answers,
        onStep: (title) => look(page, `every-${slug}-${name}-${title}`),
      })
      const uploaded = await uploadAll(page, slug)
      await look(page, `every-${slug}-${name}-attachments`)
      await reviewIt(page)
      await look(page, `every-${slug}-${name}-review`)
      const caseNo = await submitIt(page)
      expect(filedFiles(world.app, caseNo)).toEqual(uploaded)
      const { forms } = world.app.provider.office.openCase(caseNo) ?? { forms: [] }
      expect(forms.map(({ materialId }) => materialId).sort()).toEqual(Object.keys(answers).sort())
      for (const { materialId } of forms) {
        const { situation } = filing
        const context = { ...fixture.maximal, situation, today, form: answers[materialId] ?? {} }
        expect(filedForm(world.app, caseNo, materialId)).toMatchObject(expectedOf(schemaOf(slug, materialId), context))
      }
      process.stdout.write(`${slug}, ${name}: filed in ${Math.round((Date.now() - started) / 1000)} s\n`)
    },
    300_000,
  )
})
