import { type CallExpression, type MemberExpression, parse } from 'acorn'
import { simple } from 'acorn-walk'
import MagicString from 'magic-string'
import { BuildError } from './build-error'

function isSyntaxError(cause: unknown): cause is SyntaxError & { loc: { line: number } } {
  return cause instanceof SyntaxError && 'loc' in cause
}

/**
 * WXS → JavaScript: `x.constructor` is the name of a type there (libraries test for 'Array'), and the template compiler
 * resolves require() without its extension.
 */
export function wxsToScript(source: string, file: string): string {
  const output = new MagicString(source)
  try {
    simple(parse(source, { ecmaVersion: 2020 }), {
      MemberExpression(node: MemberExpression) {
        if (node.computed || node.property.type !== 'Identifier' || node.property.name !== 'constructor') return
        output.prependLeft(node.start, 'wxsTypeName(')
        output.overwrite(node.object.end, node.end, ')')
      },
      CallExpression(node: CallExpression) {
        const [argument] = node.arguments
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return
        if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return
        output.overwrite(argument.start, argument.end, JSON.stringify(argument.value.replace(/\.wxs$/, '')))
      },
    })
  } catch (cause) {
    if (isSyntaxError(cause)) throw new BuildError(file, cause.loc.line, cause.message)
    throw cause
  }
  return output.toString()
}

/** Paths that a WXS file requires. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? '')
}
