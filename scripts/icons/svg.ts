import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Typed by Node; the global `require` has another type where the mini-program's typings are loaded too. */
const { resolve } = createRequire(__filename)

/** The package has no icon of this name, or its file is not what it was at 0.4.0. */
const unknown = (name: string): Error => new Error(`tdesign-icons-svg has no usable icon ${name}`)

/**
 * An icon of tdesign-icons-svg as one compact SVG of `size` px in `colour`; the package writes attributes for Vue and paths
 * that nobody sees.
 * @throws Error for a name that the package does not have
 */
export function svgOf(name: string, colour: string, size = 24): string {
  let source: string
  try {
    source = readFileSync(resolve(`tdesign-icons-svg/src/${name}.svg`), 'utf8')
  } catch {
    throw unknown(name)
  }
  const paths = [...source.matchAll(/<(path|circle|rect)\b([^>]*)>/g)]
    .filter(([, , attributes = '']) => !attributes.includes('fill="transparent"'))
    .map(([, tag = '', attributes = '']) => `<${tag}${attributes.replace(/ id="[^"]*"/, '').replace(/\s*\/$/, '')}/>`)
    .join('')
  if (paths === '' || !source.includes('view-box="0 0 24 24"')) throw unknown(name)
  const drawn = paths.replace(/currentColor/g, colour)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}" fill="none">${drawn}</svg>`
}
