import { type CallExpression, type MemberExpression, parse } from 'acorn'
import { simple } from 'acorn-walk'
import { BuildError } from './build-error'

function isSyntaxError(cause: unknown): cause is SyntaxError & { loc: { line: number } } {
  return cause instanceof SyntaxError && 'loc' in cause
}

interface Edit {
  start: number
  end: number
  text: string
}

const span = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({ start, end })

/** Edits never overlap; the last comes first so that positions stay true. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((one, other) => other.start - one.start)
  return backwards.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}

/**
 * WXS → JavaScript: `x.constructor` is the name of a type there (libraries test for 'Array'), and the template compiler
 * resolves require() without its extension.
 */
export function wxsToScript(source: string, file: string): string {
  const edits: Edit[] = []
  try {
    simple(parse(source, { ecmaVersion: 2020 }), {
      MemberExpression(node: MemberExpression) {
        if (node.computed || node.property.type !== 'Identifier' || node.property.name !== 'constructor') return
        edits.push({ start: node.start, end: node.start, text: 'wxsTypeName(' })
        edits.push({ start: node.object.end, end: node.end, text: ')' })
      },
      CallExpression(node: CallExpression) {
        const [argument] = node.arguments
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return
        if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return
        edits.push({ ...span(argument), text: JSON.stringify(argument.value.replace(/\.wxs$/, '')) })
      },
    })
  } catch (cause) {
    if (isSyntaxError(cause)) throw new BuildError(file, cause.loc.line, cause.message)
    throw cause
  }
  return applyEdits(source, edits)
}

/** Paths that a WXS file requires. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? '')
}
