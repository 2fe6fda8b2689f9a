import { actions as api } from '../../../cloudfunctions/api/index'
import { actions as transfer } from '../../../cloudfunctions/transfer/index'
import { type Action } from '../../../cloudfunctions/kernel/define-action'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { type ActionName, type Input } from '../../../miniprogram/shared/contract/actions'

const all: readonly Action[] = [...api, ...transfer]
const ID = '0123456789abcdef0123456789abcdef'
const MATTER = 'SX120116000014'

/** A good input of every action; the compiler lists an action that is missing. */
const GOOD: { readonly [A in ActionName]: Input<A> } = {
  'account.get': {},
  'account.bind': { subjectType: 'person', account: '13000000102', password: 'secret' },
  'account.switch': { subjectType: 'person' },
  'account.unbind': { subjectType: 'person' },
  'home.open': {},
  'matter.list': {},
  'matter.search': { keyword: '护士', subjectType: 'person' },
  'matter.recommend': { shown: [MATTER] },
  'matter.open': { matterId: MATTER },
  'matter.checklist': { matterId: MATTER, optionIds: ['A'] },
  'matter.notice': { matterId: MATTER, optionIds: ['A'] },
  'matter.blankForm': { matterId: MATTER, materialId: 'CL1', kind: 'blank' },
  'declaration.start': { matterId: MATTER, optionIds: ['A'], startKey: 'start-key' },
  'declaration.open': { draftId: ID },
  'declaration.offers': { draftId: ID },
  'declaration.save': { draftId: ID, baseVersion: 1, forms: [{ materialId: 'CL1', answers: { name: 'x' } }] },
  'declaration.previewSituation': { draftId: ID, optionIds: ['A'] },
  'declaration.changeSituation': { draftId: ID, version: 1, optionIds: ['A'] },
  'declaration.promise': { draftId: ID, version: 1, materialIds: ['CL1'] },
  'declaration.review': { draftId: ID },
  'declaration.submit': { draftId: ID, version: 1 },
  'declaration.print': { draftId: ID, version: 1 },
  'declaration.outcome': { draftId: ID },
  'declaration.discard': { draftId: ID },
  'attachment.begin': {
    draftId: ID,
    materialId: 'CL1',
    fieldId: 'sign',
    fileName: 'x.pdf',
    size: 1,
    uploadKey: 'upload-key',
    sha1: 'a'.repeat(40),
  },
  'attachment.deliver': { attachmentId: ID, fileId: 'cloud://x/y' },
  'attachment.remove': { attachmentId: ID },
  'attachment.preview': { attachmentId: ID },
  'attachment.earlier': { draftId: ID, materialId: 'CL1', pageNo: 1 },
  'attachment.caseFiles': { draftId: ID, materialId: 'CL1', caseNo: 'BJ1' },
  'attachment.reuse': { draftId: ID, materialId: 'CL1', earlierIds: ['FJ1'] },
  'attachment.previewEarlier': { draftId: ID, earlierId: 'FJ1' },
  'table.template': { draftId: ID, materialId: 'CL1', fieldId: 'rows', fileType: 'csv' },
  'table.begin': { draftId: ID, materialId: 'CL1', fieldId: 'rows', fileName: 'x.csv', size: 1 },
  'table.read': { importId: ID, fileId: 'cloud://x/y' },
  'supplement.open': { caseNo: 'BJ1' },
  'supplement.openForm': { supplementId: ID },
  'supplement.saveForm': { supplementId: ID, baseVersion: 1, forms: [{ materialId: 'CL1', answers: { name: 'x' } }] },
  'supplement.removeFile': { supplementId: ID, fileId: 'FJ1' },
  'supplement.previewFile': { caseNo: 'BJ1', fileId: 'FJ1' },
  'supplement.submit': { supplementId: ID, version: 1, remark: '已更换' },
  'supplement.outcome': { supplementId: ID },
  'case.list': { category: 'processing', pageNo: 1 },
  'case.open': { caseNo: 'BJ1' },
  'inbox.open': { pageNo: 1 },
  'inbox.read': { messageIds: ['0'.repeat(40)] },
  'inbox.consent': { uses: ['turn'], consentKey: 'consent-1' },
  'credit.open': {},
  'archive.open': { caseNo: 'BJ1' },
  'archive.fetch': { caseNo: 'BJ1' },
  'archive.link': { archiveId: ID },
  'archive.preview': { archiveId: ID, index: 0 },
  'evaluation.open': { caseNo: 'BJ1' },
  'evaluation.submit': { caseNo: 'BJ1', score: 2, optionCodes: ['209'], comment: 'x' },
}

const LONG = 'x'.repeat(30_000)
/** What a hostile page may put in the place of a value of each kind. */
function bad(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [LONG, 1, null, { $gt: '' }, ['x']]
  if (typeof value === 'number') return [-1, 1.5, Infinity, NaN, 1e12, '1', { $gt: 0 }]
  return [LONG, Array.from({ length: 1000 }, (_, n) => `id${n}`), { length: 1 }, [null], [{ $gt: '' }]]
}

/** Every member of a value, at every depth: its path, and the whole value with that member replaced. */
function* variants(value: unknown): Generator<{ readonly path: string; readonly changed: unknown }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const replaced = (by: unknown): unknown =>
      Array.isArray(value) ? value.map((item: unknown, n) => (String(n) === key ? by : item)) : { ...value, [key]: by }
    // Answers have many shapes: a test of their own.
    if (key === 'answers') continue
    for (const by of bad(member)) yield { path: key, changed: replaced(by) }
    for (const inner of variants(member)) yield { path: `${key}.${inner.path}`, changed: replaced(inner.changed) }
  }
}

const context = {
  requestId: 'input-limits',
  functionName: 'api',
  openid: 'nobody',
  now: Date.now,
  deadline: Date.now(),
} as const

/** The paths that an action complains about; what else it throws is thrown. */
async function complaints(action: Action, input: unknown): Promise<readonly string[]> {
  try {
    await action.run(input, context)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_INPUT') {
      return (error.detail.fields ?? []).map(({ field }) => field)
    }
    throw error
  }
  throw new Error('the input was taken')
}

const rows = all.flatMap((action) =>
  [...variants(GOOD[action.name])].map(
    ({ path, changed }, n) => [action, `${action.name} ${path} #${n}`, path, changed] as const,
  ),
)

test.each([
  ['a long text', { name: LONG }],
  ['a query', { name: { $gt: '' } }],
  ['a field that cannot be one', { $where: 'x' }],
  ['a list too long', { name: Array.from({ length: 501 }, () => 'x') }],
  ['a long text in a list', { name: [LONG] }],
  ['a table too long', { name: Array.from({ length: 501 }, () => ({ a: 'x' })) }],
  ['a query in a table', { name: [{ a: { $gt: '' } }] }],
  ['no number', { name: Infinity }],
  ['no answers at all', LONG],
])('answers: %s is refused', async (_name, answers) => {
  const save = all.find(({ name }) => name === 'declaration.save')
  const input = { ...GOOD['declaration.save'], forms: [{ materialId: 'CL1', answers }] }
  const fields = save ? await complaints(save, input) : []
  expect(fields.length).toBeGreaterThan(0)
  for (const field of fields) expect(field).toMatch(/^forms\.0\.answers/)
})

test('every action and every value is tried', () => {
  expect(all).toHaveLength(Object.keys(GOOD).length)
  expect(rows.length).toBeGreaterThan(150)
})

test.each(rows)(
  '%#: an input out of bounds is refused before anything is looked at',
  async (action, name, path, changed) => {
    const fields = await complaints(action, changed).catch((error: unknown) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : ''}`)
    })
    // Exactly the changed member, or something in it, is what is wrong.
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(`${field}.`.startsWith(`${path}.`) || path.startsWith(field)).toBe(true)
  },
)
