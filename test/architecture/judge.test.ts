import ts from 'typescript'
import { offenders, sourceFiles, type SourceFile, within } from './source-files'

/** One judge (miniprogram/shared/judge): nobody else makes its context, composes a verdict, or decides what is needed of files. */

const JUDGE = 'miniprogram/shared/judge'
const ENGINE = 'miniprogram/shared/form'

const sources = ['miniprogram', 'cloudfunctions'].flatMap(sourceFiles)
const outside = sources.filter(({ path }) => !within(path, JUDGE) && !within(path, ENGINE))
const containing = (pattern: RegExp, but: readonly string[] = []): readonly string[] =>
  outside.filter(({ path, text }) => pattern.test(text) && !but.includes(path)).map(({ path }) => path)

/** Names of the members of every object literal of a file. */
function literalsOf({ path, text }: SourceFile): readonly ReadonlySet<string>[] {
  const found: ReadonlySet<string>[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      found.push(new Set(node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []))))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return found
}

/** Of {form, situation, account, credit, param, attachments, today}; the others may come by a spread. */
const isContext = (names: ReadonlySet<string>): boolean =>
  names.has('form') && ['today', 'param'].some((name) => names.has(name))

const makers = (files: readonly SourceFile[]): readonly string[] =>
  files.filter((file) => literalsOf(file).some(isContext)).map(({ path }) => path)

test('no other file makes what the rules of a form read', () => {
  expect(outside.length).toBeGreaterThan(300)
  expect(makers(sources.filter(({ path }) => within(path, JUDGE)))).toEqual([`${JUDGE}/grounds.ts`])
  // A time limit depends on the situation alone, long before there is a form.
  expect(makers(outside)).toEqual(['cloudfunctions/matters/situation-limits.ts'])
})

test('no other file composes a verdict', () => {
  // Where these two are made, and nowhere else.
  const own = ['miniprogram/shared/domain/agent.ts', 'miniprogram/shared/domain/promise.ts']
  expect(containing(/\b(validateForm|agentProblems|letterProblems)\b/, own)).toEqual([])
  expect(containing(/\bcode: 'signature'/)).toEqual([])
})

test('no other file decides what is needed of files', () => {
  const mapper = 'cloudfunctions/one-network/mappers/materials.ts'
  // Whether a letter of authorisation is asked for, which is a form.
  expect(containing(/\bnecessity [!=]==/, [mapper, 'miniprogram/shared/domain/agent.ts'])).toEqual([])
  expect(containing(/\bminCount\b(?!: (1|number))/, [mapper])).toEqual([])
})

test('the judge stands above the domain and the form language, which do not know it', () => {
  const below = sources.filter(({ path }) => within(path, 'miniprogram/shared/domain') || within(path, ENGINE))
  expect(below.length).toBeGreaterThan(50)
  expect(offenders(below, (imported) => within(imported, JUDGE))).toEqual([])
})
