import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../build/paths'

/**
 * Who uses what, by top-level names: `path#name` → the names that its text mentions. Finer than a graph of files, where
 * one shared file would connect everything with everything. `*` = what a file does when it is loaded (Page({…})).
 */
interface Definition {
  readonly id: string
  readonly path: string
  readonly uses: ReadonlySet<string>
  /** Text literals in it. */
  readonly literals: ReadonlySet<string>
  /** Callee and first argument of each call with a text literal: `defineAction` `case.list`. */
  readonly calls: readonly (readonly [callee: string, first: string])[]
}

export type Graph = ReadonlyMap<string, Definition>

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/miniprogram_npm|node_modules|\.generated\./.test(path))
}

/** `../one-network/client` seen from a file → its path; undefined for a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const base = posix.join(dirname(from), specifier)
  return [`${base}.ts`, `${base}/index.ts`].find((path) => existsSync(join(ROOT, path)))
}

/** Local name → what it stands for; a namespace ends in `#`. */
function importsOf(source: ts.SourceFile, path: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const target = resolve(path, statement.moduleSpecifier.text)
    const bindings = statement.importClause?.namedBindings
    if (target === undefined || bindings === undefined) continue
    if (ts.isNamespaceImport(bindings)) names.set(bindings.name.text, `${target}#`)
    else {
      for (const { name, propertyName } of bindings.elements)
        names.set(name.text, `${target}#${(propertyName ?? name).text}`)
    }
  }
  return names
}

/** The top-level names of a statement with the part of it that each stands for; `*` for what has no name. */
function definitionsIn(statement: ts.Statement): readonly (readonly [name: string, node: ts.Node])[] {
  if (ts.isImportDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return []
  if (ts.isTypeAliasDeclaration(statement) || ts.isExportDeclaration(statement)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((it) => timersIn(it) ?? [[it.name.getText(), it] as const])
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return [[(isNamed && statement.name?.text) || '*', statement]]
}

/** The jobs of a timer (`Record<string, ScheduledJob>`) stand each for itself: `timer:reconcile`. */
function timersIn({ initializer, type }: ts.VariableDeclaration): readonly (readonly [string, ts.Node])[] | undefined {
  const isTable = type?.getText().includes('ScheduledJob') === true
  if (!isTable || !initializer || !ts.isObjectLiteralExpression(initializer)) return undefined
  return initializer.properties.map((job) => [`timer:${job.name?.getText().replace(/'/g, '') ?? ''}`, job] as const)
}

function define(id: string, path: string, node: ts.Node, names: ReadonlyMap<string, string>): Definition {
  const uses = new Set<string>()
  const literals = new Set<string>()
  const calls: (readonly [string, string])[] = []
  const visit = (part: ts.Node): void => {
    if (ts.isStringLiteral(part)) literals.add(part.text)
    if (ts.isIdentifier(part)) {
      const target = names.get(part.text)
      const isNamespace = target?.endsWith('#') === true && ts.isPropertyAccessExpression(part.parent)
      if (target !== undefined) uses.add(isNamespace ? target + part.parent.name.text : target)
    }
    if (ts.isCallExpression(part)) {
      const [first] = part.arguments
      const callee = part.expression
      if (first && ts.isStringLiteral(first)) {
        calls.push([ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText(), first.text])
      }
    }
    ts.forEachChild(part, visit)
  }
  visit(node)
  return { id, path, uses, literals, calls }
}

/** What a page or component shows: the `usingComponents` of the JSON beside it. */
function componentsOf(path: string): readonly string[] {
  const json = join(ROOT, path.replace(/\.ts$/, '.json'))
  if (!existsSync(json)) return []
  const { usingComponents = {} } = JSON.parse(readFileSync(json, 'utf8')) as {
    usingComponents?: Record<string, string>
  }
  return Object.values(usingComponents).map((used) => {
    const base = used.startsWith('/') ? `miniprogram${used}` : posix.join(dirname(path), used)
    return `${base}.ts#*`
  })
}

/** Reads the sources below some folders. */
export function readGraph(folders: readonly string[]): Graph {
  const graph = new Map<string, Definition>()
  const add = (definition: Definition): void => {
    const known = graph.get(definition.id)
    const uses = new Set([...(known?.uses ?? []), ...definition.uses])
    const literals = new Set([...(known?.literals ?? []), ...definition.literals])
    graph.set(definition.id, { ...definition, uses, literals, calls: [...(known?.calls ?? []), ...definition.calls] })
  }
  for (const path of folders.flatMap(filesBelow)) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
    const definitions = source.statements.flatMap(definitionsIn)
    const own = definitions.map(([name]) => [name, `${path}#${name}`] as const)
    const names = new Map([...own, ...importsOf(source, path)])
    for (const [name, node] of definitions) add(define(`${path}#${name}`, path, node, names))
    for (const used of componentsOf(path)) {
      add({ id: `${path}#*`, path, uses: new Set([used]), literals: new Set(), calls: [] })
    }
  }
  return graph
}

/** Everything that comes to use one of `targets`, themselves included. @param walls are not looked beyond */
export function usersOf(graph: Graph, targets: readonly string[], walls: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(targets)
  for (const target of found) {
    if (walls.has(target)) continue
    for (const { id, uses } of graph.values()) if (uses.has(target)) found.add(id)
  }
  return found
}
