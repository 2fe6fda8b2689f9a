import ts from 'typescript'
import { filesIn, programOf, sourceOf } from './program'
import { ShapeReader } from './read-shape'
import { type Named, type Shape, type Types } from './shape'

const STORES = 'cloudfunctions/stores'

interface CollectionShape {
  /** The store that owns the rows. */
  readonly file: string
  /** How many steps lead to today's rows. */
  readonly version: number
  readonly row: Named
  /** What each step takes, the oldest first. */
  readonly steps: readonly Named[]
}

/** Today's rows by collection, read from the calls of `table` in the stores. @param root of the checkout */
export function rowShapes(root: string): Readonly<Record<string, CollectionShape>> {
  const files = filesIn(root, STORES)
  const program = programOf(root, files)
  const found = files.flatMap((file) => collectionsIn(program.getTypeChecker(), sourceOf(program, root, file), file))
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function collectionsIn(checker: ts.TypeChecker, source: ts.SourceFile, file: string): [string, CollectionShape][] {
  const found: [string, CollectionShape][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'table') {
      found.push(collectionOf(checker, node, file))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function collectionOf(checker: ts.TypeChecker, call: ts.CallExpression, file: string): [string, CollectionShape] {
  const [name, upgrades] = call.arguments
  const [row] = call.typeArguments ?? []
  if (!name || !ts.isStringLiteral(name) || !row) throw new Error(`${file}: table needs a row type and a plain name`)
  if (upgrades && !ts.isArrayLiteralExpression(upgrades)) throw new Error(`${file}: the upgrades are to be a list`)
  const steps = (upgrades?.elements ?? []).map((step, n) => {
    const [signature] = checker.getTypeAtLocation(step).getCallSignatures()
    const [taken] = signature?.parameters ?? []
    if (!taken) throw new Error(`${file}: step ${n} takes no row`)
    return namedOf(checker, checker.getTypeOfSymbol(taken), `${name.text} version ${n}`)
  })
  const shape = namedOf(checker, checker.getTypeFromTypeNode(row), name.text)
  return [name.text, { file, version: steps.length, row: shape, steps }]
}

function namedOf(checker: ts.TypeChecker, type: ts.Type, path: string): Named {
  const reader = new ShapeReader(checker)
  const shape: Shape = reader.read(type, path)
  const types: Types = reader.types()
  return { shape, types }
}
