import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postcss, { CssSyntaxError, type Plugin } from 'postcss'
import postcssImport from 'postcss-import'
import selectorParser from 'postcss-selector-parser'
import { TAGS } from '../runtime/tags'
import { BuildError } from './build-error'
import { type NpmResolution } from './npm-resolution'

/** Our web font, asked for only where the fonts before it lack a character. */
const FALLBACK_FONT = '"Noto Sans SC"'

const CHINESE_FONT = /(['"]?)(?:Microsoft YaHei|PingFang SC)\1(?!.*(?:Microsoft YaHei|PingFang SC))/
const GENERIC_FONT = /\b(?:sans-serif|serif|monospace|system-ui)\s*$/

const RPX = /(-?\d*\.?\d+)rpx\b/g

/** In a condition (`@media`) variables do not work: there a rpx is half a pixel, its size on a 375 px phone. */
const rpx: Plugin = {
  postcssPlugin: 'rpx',
  Declaration(declaration) {
    if (declaration.value.includes('rpx')) declaration.value = declaration.value.replace(RPX, 'calc($1 * var(--rpx))')
  },
  AtRule(rule) {
    if (rule.params.includes('rpx')) {
      rule.params = rule.params.replace(RPX, (_, length: string) => `${Number(length) / 2}px`)
    }
  },
}

/** Fonts from other hosts may not be loaded; Chinese text must have a font everywhere. */
const fonts: Plugin = {
  postcssPlugin: 'fonts',
  AtRule: {
    'font-face'(rule) {
      if (/url\(\s*['"]?(https?:)?\/\//.test(rule.toString())) rule.remove()
    },
  },
  Declaration(declaration) {
    const { parent, prop, value } = declaration
    const isFontFace = parent?.type === 'atrule' && (parent as postcss.AtRule).name === 'font-face'
    if (isFontFace || value.includes(FALLBACK_FONT)) return
    // Families also stand in `font` and in custom properties (TDesign's), so they are known by their names.
    if (CHINESE_FONT.test(value)) declaration.value = value.replace(CHINESE_FONT, `$&, ${FALLBACK_FONT}`)
    else if (prop === 'font-family' && GENERIC_FONT.test(value)) {
      declaration.value = value.replace(GENERIC_FONT, `${FALLBACK_FONT}, $&`)
    }
  },
}

function scopeSelectors(scope: string | undefined, hostPath: string): Plugin {
  const processor = selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      if (tag.value === 'page') tag.replaceWith(selectorParser.className({ value: 'mp-page' }))
      else tag.value = TAGS[tag.value] ?? tag.value
    })
    selectors.walkClasses((name) => {
      if (scope !== undefined && name.value !== 'mp-page') name.value = `${scope}--${name.value}`
    })
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      pseudo.replaceWith(
        selectorParser.attribute({
          attribute: 'mp-host',
          operator: '=',
          value: `"${hostPath}"`,
          quoteMark: '"',
          raws: {},
        }),
      )
    })
  })
  const done = new WeakSet<postcss.Rule>()
  return {
    postcssPlugin: 'scope',
    Rule(rule) {
      const { parent } = rule
      if (done.has(rule) || (parent?.type === 'atrule' && (parent as postcss.AtRule).name.includes('keyframes'))) return
      done.add(rule)
      rule.selector = processor.processSync(rule.selector)
    },
  }
}

export interface StyleOptions {
  /** Class prefix of an isolated component. */
  scope?: string
  /** Path that `:host` stands for. */
  hostPath: string
}

/** WXSS → CSS: imports, rpx, tag names, `page`, `:host`, and the class prefix that keeps a component to itself. */
export async function compileStyle(file: string, npm: NpmResolution, options: StyleOptions): Promise<string> {
  if (!existsSync(file)) return ''
  const importer = postcssImport({
    resolve: (id, folder) => {
      if (id.startsWith('/')) return join(npm.root, id)
      const relative = resolve(folder, id)
      return existsSync(relative) ? relative : (npm.find(id) ?? relative)
    },
  })
  try {
    const plugins = [importer, rpx, fonts, scopeSelectors(options.scope, options.hostPath)]
    const result = await postcss(plugins).process(readFileSync(file, 'utf8'), { from: file })
    return result.css
  } catch (cause) {
    if (cause instanceof CssSyntaxError) throw new BuildError(cause.file ?? file, cause.line, cause.reason)
    throw new BuildError(file, undefined, cause instanceof Error ? cause.message : String(cause))
  }
}
