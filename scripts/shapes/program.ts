import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** The cloud functions' world (which has the shared contract in it), as far as these files need it. */
export function programOf(root: string, files: readonly string[]): ts.Program {
  const config = join(root, 'cloudfunctions', 'tsconfig.json')
  const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config))
  return ts.createProgram(
    files.map((file) => join(root, file)),
    options,
  )
}

/** A source file of the program, by its path in the checkout. */
export function sourceOf(program: ts.Program, root: string, file: string): ts.SourceFile {
  const source = program.getSourceFile(join(root, file))
  if (!source) throw new Error(`${file} is not there`)
  return source
}

/** The type that a module exports under this name. */
export function exportedType(checker: ts.TypeChecker, source: ts.SourceFile, name: string): ts.Type {
  const module = checker.getSymbolAtLocation(source)
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  if (!found) throw new Error(`${source.fileName} exports no ${name}`)
  return checker.getDeclaredTypeOfSymbol(found)
}

/** TypeScript files of a folder, as paths in the checkout. */
export const filesIn = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`)
