import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { PROVIDED, WECHAT_ONLY } from '../runtime/wx/provided'
import { BuildError } from './build-error'

export interface WxUse {
  api: string
  /** Absolute path. */
  file: string
  /** 1-based. */
  line: number
}

const IGNORED_FOLDERS = new Set(['node_modules', 'miniprogram_npm'])

function scripts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : scripts(path)
    return /\.(ts|js)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** The API that `wx.name` or `wx['name']` names. */
function apiOf(node: ts.Node): string | undefined {
  const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
  if (!isAccess || !ts.isIdentifier(node.expression) || node.expression.text !== 'wx') return undefined
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : undefined
}

function usesIn(file: string): WxUse[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2020, true)
  const uses: WxUse[] = []
  const walk = (node: ts.Node): void => {
    const api = apiOf(node)
    if (api !== undefined) {
      uses.push({ api, file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    }
    ts.forEachChild(node, walk)
  }
  walk(source)
  return uses
}

/** Every use of a wx API in the program's own scripts. */
export function findWxUses(root: string): WxUse[] {
  return scripts(root).flatMap(usesIn)
}

/** True when the browser host provides the API, or this is the one file that only WeChat reaches. */
function isProvided({ api, file }: WxUse, root: string): boolean {
  if ((PROVIDED as readonly string[]).includes(api)) return true
  return WECHAT_ONLY[api] === relative(root, file).split(sep).join('/')
}

/** Throws for the first use of an API that the browser host lacks. */
export function checkWxUses(root: string): void {
  const gaps = findWxUses(root).filter((use) => !isProvided(use, root))
  const [first, ...rest] = gaps
  if (!first) return
  const others = rest
    .map(({ api, file, line }) => `\n  also ${new BuildError(file, line, `wx.${api}`).message}`)
    .join('')
  throw new BuildError(first.file, first.line, `wx.${first.api} is not provided by the browser host${others}`)
}
