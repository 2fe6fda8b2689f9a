import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { FIELD_TYPES } from '../../miniprogram/shared/form/fields'
import { sourceFiles, within } from './source-files'

const ROOT = join(__dirname, '..', '..')
const TYPES: ReadonlySet<string> = new Set(FIELD_TYPES)

/** Where the types are at home; the provider's stand-in has a home of its own, because it judges independently. */
const HOMES = ['miniprogram/shared/form/fields', 'sandbox/one-network/forms/field-types.ts']

/** `field.type`, `column?.type`, `type`: an expression that stands for the type of a field. */
function isTypeExpression(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'type'
  return ts.isIdentifier(node) && /^(type|fieldType|columnType)$/.test(node.text)
}

const isTypeName = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && TYPES.has(node.text)

const EQUALITIES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
])

/** Compares the type of a field with the name of one: `===`, a case, or a list or table of names that is asked. */
function comparesType(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && EQUALITIES.has(node.operatorToken.kind)) {
    return [
      [node.left, node.right],
      [node.right, node.left],
    ].some(([one, other]) => one && other && isTypeExpression(one) && isTypeName(other))
  }
  if (ts.isSwitchStatement(node) && isTypeExpression(node.expression)) {
    return node.caseBlock.clauses.some((clause) => ts.isCaseClause(clause) && isTypeName(clause.expression))
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 1 && node.elements.every(isTypeName)
  if (!ts.isObjectLiteralExpression(node) || node.properties.length < 3) return false
  return node.properties.every((property) => property.name && TYPES.has(nameOf(property.name)))
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : ''

/** `file:line` of every comparison in a source. */
function comparisonsIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (comparesType(node)) found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const FOLDERS = ['miniprogram', 'cloudfunctions', 'sandbox', 'scripts', 'bench', 'test']
/** Tables of what each type of the contract takes and refuses. */
const TABLES = ['test/shared/form/hostile-values.test.ts', 'test/shared/form/every-kind.test.ts']
const isAtHome = (path: string): boolean => [...HOMES, ...TABLES].some((home) => within(path, home))

test('nobody outside fields/ asks whether a field is of this or that type', () => {
  const files = FOLDERS.flatMap(sourceFiles).filter(({ path }) => !isAtHome(path))
  expect(files.length).toBeGreaterThan(400)
  expect(files.flatMap(({ path, text }) => comparisonsIn(path, text))).toEqual([])
})

test.each([
  ["if (field.type === 'table') act()", 1],
  ["const wide = 'textarea' !== item.type", 1],
  ["switch (column.type) {\n  case 'date':\n    act()\n}", 1],
  ["const NUMBERS = new Set(['number', 'money', 'area'])", 1],
  ['const TEXTS = { text: 1, phone: 2, email: 3 }', 1],
  ["const field = { id: 'f', type: 'table', columns: ['text'] }", 0],
  ["if (shape.kind === 'number') act()", 0],
])('%s: %d', (source, count) => {
  expect(comparisonsIn('a.ts', source)).toHaveLength(count)
})

test('a template picks a control by the name that the kind gives, in two components only', () => {
  const templates = readdirSync(join(ROOT, 'miniprogram'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(wxml|wxs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('miniprogram_npm'))
  const asking = (question: RegExp): string[] =>
    templates.filter((path) => question.test(readFileSync(join(ROOT, path), 'utf8')))
  expect(templates.length).toBeGreaterThan(30)
  expect(asking(/\btype\s*[!=]==?\s*'/)).toEqual([])
  const COMPONENTS = 'miniprogram/packages/declare/components'
  expect(asking(/\bcontrol\s*[!=]==?\s*'/).sort()).toEqual([
    `${COMPONENTS}/form-control/form-control.wxml`,
    `${COMPONENTS}/form-field/form-field.wxml`,
  ])
})
