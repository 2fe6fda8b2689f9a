import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A source that cannot be built; its message starts with `file:line`. */
export class BuildError extends Error {
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    reason: string,
  ) {
    super(`${relative(process.cwd(), file)}${line === undefined ? '' : `:${line}`} ${reason}`)
    this.name = 'BuildError'
  }
}

/** 1-based line of the first occurrence of a text in a file; undefined when it is not there. */
export function lineOf(file: string, text: string): number | undefined {
  const lines = readFileSync(file, 'utf8').split('\n')
  const index = lines.findIndex((line) => line.includes(text))
  return index < 0 ? undefined : index + 1
}

/** Reads a json source; a syntax error names the file and line. */
export function readJson<T>(file: string): T {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text) as T
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const position = /position (\d+)/.exec(reason)?.[1]
    const line = position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length
    throw new BuildError(file, line, `is not valid JSON: ${reason}`)
  }
}
