import { readFileSync } from 'node:fs'
import ts from 'typescript'

const TYPINGS = require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
const SINCE = /需要基础库[：:]\s*`([\d.]+)`/

/** Base library from which on WeChat has an API, by WeChat's own typings; APIs that were always there are absent. */
export function versionsOfApis(): ReadonlyMap<string, string> {
  const text = readFileSync(TYPINGS, 'utf8')
  const source = ts.createSourceFile(TYPINGS, text, ts.ScriptTarget.ES2022, true)
  const versions = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx') {
      for (const member of node.members) {
        const version = SINCE.exec(text.slice(member.getFullStart(), member.getStart()))?.[1]
        if (version !== undefined && member.name && ts.isIdentifier(member.name))
          versions.set(member.name.text, version)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  if (versions.size < 100) throw new Error('the typings of WeChat say no versions any more')
  return versions
}

/** Is the version younger than the other one? Both of digits and dots. */
export function isYounger(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
