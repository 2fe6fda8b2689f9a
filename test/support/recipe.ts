import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/build/paths'
import { type ProjectCopy } from './project-copy'

/** Code that a recipe of docs/ shows: the content of a new file, or (```diff) a change of one that is there. */
export interface RecipeBlock {
  readonly path: string
  readonly language: string
  readonly code: string
}

/** A chapter of a recipe: a heading of the second level and what follows; what stands before the first has no heading. */
export interface Chapter {
  readonly heading: string
  readonly blocks: readonly RecipeBlock[]
  /** Generators that it tells the reader to run, e.g. `scripts/generate-wire.ts`. */
  readonly generators: readonly string[]
}

const PATH = /`((?:cloudfunctions|docs|miniprogram|sandbox|scripts|test)\/[\w./-]+\.\w+)`/g
const BLOCK = /([\s\S]*?)^ *```(\w+)\n([\s\S]*?)^ *```$/gm

/** A block belongs to the last path in backquotes between the block before and itself; one without a path is left out. */
function blocksOf(text: string): readonly RecipeBlock[] {
  return [...text.matchAll(BLOCK)].flatMap(([, before = '', language = '', code = '']) => {
    const path = [...before.matchAll(PATH)].at(-1)?.[1]
    return path === undefined ? [] : [{ path, language, code }]
  })
}

/** The chapters of a recipe, e.g. `adding-an-action.md`. */
export function readRecipe(name: string): readonly Chapter[] {
  const text = readFileSync(join(ROOT, 'docs', name), 'utf8')
  return text.split(/^(?=## )/m).map((chapter) => ({
    heading: /^## (.*)/.exec(chapter)?.[1] ?? '',
    blocks: blocksOf(chapter),
    generators: [...chapter.matchAll(/`npx tsx (scripts\/[\w-]+\.ts)`/g)].map(([, script = '']) => script),
  }))
}

/** Changes a text as hunks divided by `@@` say. Throws unless the lines of each, context included, stand in it once. */
function patched(text: string, diff: string, path: string): string {
  const hunks = diff.split(/^@@.*\n/m).map((hunk) => hunk.replace(/\n$/, '').split('\n'))
  const side = (hunk: readonly string[], sign: '-' | '+'): string =>
    hunk
      .filter((line) => line === '' || line.startsWith(' ') || line.startsWith(sign))
      .map((line) => `\n${line.slice(1)}`)
      .join('')
  return hunks
    .reduce((whole, hunk) => {
      const parts = whole.split(`${side(hunk, '-')}\n`)
      if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} places like\n${hunk.join('\n')}`)
      return parts.join(`${side(hunk, '+')}\n`)
    }, `\n${text}`)
    .slice(1)
}

/** Does what the blocks of a chapter show. */
export function follow(blocks: readonly RecipeBlock[], copy: ProjectCopy): void {
  for (const { path, language, code } of blocks) {
    if (language === 'diff') copy.write(patched(copy.read(path), code, path), path)
    else if (existsSync(copy.path(path))) throw new Error(`${path} is there already`)
    else {
      mkdirSync(dirname(copy.path(path)), { recursive: true })
      copy.write(code, path)
    }
  }
}
