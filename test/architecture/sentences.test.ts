import ts from 'typescript'
import { ERROR_TEXT } from '../../miniprogram/shared/contract/errors'
import { sourceFiles } from './source-files'

/** Calls whose first argument is a reason for the citizen. */
const REFUSALS = new Set(['refuse', 'refuseTable', 'refusedFile'])

/** What a piece of code may say: its strings, with ${…} as …, both ways of a condition, and named constants. */
function textsOf(node: ts.Node, constants: ReadonlyMap<string, ts.Node>): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')]
  }
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue, constants), ...textsOf(node.whenFalse, constants)]
  }
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left, constants), ...textsOf(node.right, constants)]
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text)
    return value === undefined ? [] : textsOf(value, new Map())
  }
  return []
}

/** Named sentences of all files, such as the twin's: they are thrown elsewhere too. */
const shared = new Map<string, ts.Node>()

function sentencesIn(source: ts.SourceFile): string[] {
  const constants = new Map(shared)
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      constants.set(node.name.text, node.initializer)
      if (node.name.text === 'userMessage') found.push(node.initializer)
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'userMessage') found.push(node.initializer)
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'message' && isReply(node))
      found.push(node.initializer)
    if (ts.isCallExpression(node) && REFUSALS.has(node.expression.getText()) && node.arguments[0]) {
      found.push(node.arguments[0])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.flatMap((node) => textsOf(node, constants)).filter((said) => /[\u4e00-\u9fff]/.test(said))
}

/** `toFailure({ code, message })` of the pages. */
const isReply = (node: ts.PropertyAssignment): boolean =>
  ts.isObjectLiteralExpression(node.parent) &&
  ts.isCallExpression(node.parent.parent) &&
  node.parent.parent.expression.getText() === 'toFailure'

const sources = [...sourceFiles('cloudfunctions'), ...sourceFiles('miniprogram')].map(({ path, text }) =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
)
for (const { statements } of sources) {
  for (const { declarationList } of statements.filter(ts.isVariableStatement)) {
    for (const { name, initializer } of declarationList.declarations) {
      if (ts.isIdentifier(name) && /^[A-Z_]+$/.test(name.text) && initializer) shared.set(name.text, initializer)
    }
  }
}
const special = sources.flatMap((source) => sentencesIn(source).map((said) => [source.fileName, said] as const))

test('the special sentences are found', () => {
  expect(special.length).toBeGreaterThan(70)
  expect(special.map(([, said]) => said)).toContain('这个文件已经上传过了，不需要重复上传')
})

test.each(special)('%s says what to do, for nothing is added to it: %s', (_path, said) => {
  expect(said).toMatch(/请|不需要/)
})

const PROMISE = /保留|不会丢失|都在|已保存|存在手机/

test.each(Object.entries(ERROR_TEXT))(
  '%s promises nothing: only the page knows what is kept',
  (_code, { title, next }) => {
    expect(`${title}${next}`).not.toMatch(PROMISE)
    expect(next).toMatch(/请|它可能/)
  },
)

test('what happened and what to do are put together in one place', () => {
  const composers = sourceFiles('miniprogram').filter(({ text }) => /\.?title\}?。\$\{|\$\{\w*\.?title\}。/.test(text))
  expect(composers.map(({ path }) => path)).toEqual(['miniprogram/services/service-error.ts'])
})
