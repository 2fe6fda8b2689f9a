import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

const ROOT = join(__dirname, '..', '..')

export interface SourceFile {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Imports and requires: a path relative to the checkout (without ending) for our own files, else the package's name. */
  readonly imports: readonly string[]
}

/** Every TypeScript source below a folder, without packed files and generated ones. */
export const sourceFiles = (folder: string): SourceFile[] =>
  withGenerated(folder).filter(({ path }) => !path.includes('.generated.'))

/** As sourceFiles, with those that a script writes. */
export function withGenerated(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/miniprogram_npm|node_modules/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): string[] {
  const named = ts.preProcessFile(text, true, true).importedFiles.map((f) => f.fileName)
  return named.map((name) => (name.startsWith('.') ? posix.join(dirname(path), name) : name))
}

/** `path → import` of every import that breaks a rule. */
export function offenders(
  files: readonly SourceFile[],
  breaks: (imported: string, file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) => file.imports.filter((i) => breaks(i, file)).map((i) => `${file.path} → ${i}`))
}

export const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
