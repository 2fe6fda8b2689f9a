import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { type AppConfig, type ComponentConfig, type ThemeNames } from '../runtime/program'
import { BuildError, lineOf, readJson } from './build-error'
import { type NpmResolution } from './npm-resolution'

export interface ComponentSource {
  /** Absolute path without extension. */
  base: string
  /** Path inside the mini-program without extension. */
  logical: string
  config: ComponentConfig
  isPage: boolean
  script: string
}

export interface CollectedSources {
  app: AppConfig
  themes: ThemeNames | undefined
  appScript: string
  pages: string[]
  components: ComponentSource[]
}

/** Every page of app.json, subpackages included. */
function pagesOf(app: AppConfig): string[] {
  const packages = app.subpackages ?? app.subPackages ?? []
  return [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page)))]
}

/** The .ts or .js of a page or component. */
function scriptOf(base: string): string | undefined {
  return [`${base}.ts`, `${base}.js`].find((file) => existsSync(file))
}

/**
 * Style isolation may also be written in the script (`options: {styleIsolation: 'apply-shared'}`); the engine's adapter
 * reads the json only, so the build carries it over.
 */
function isolationInScript(script: string): Partial<ComponentConfig> {
  const source = readFileSync(script, 'utf8')
  const styleIsolation = /\bstyleIsolation\s*:\s*['"]([a-z-]+)['"]/.exec(source)?.[1]
  if (styleIsolation !== undefined) return { styleIsolation }
  return /\baddGlobalClass\s*:\s*true\b/.test(source) ? { addGlobalClass: true } : {}
}

class Collector {
  private readonly found = new Map<string, ComponentSource>()

  constructor(
    private readonly npm: NpmResolution,
    private readonly app: AppConfig,
  ) {}

  get components(): ComponentSource[] {
    return [...this.found.values()]
  }

  visit(base: string, isPage: boolean, namedIn: string, as: string): void {
    if (this.found.has(base)) return
    const script = scriptOf(base)
    if (script === undefined) throw new BuildError(namedIn, lineOf(namedIn, as), `"${as}" has no .ts or .js file`)
    if (!existsSync(`${base}.wxml`)) throw new BuildError(namedIn, lineOf(namedIn, as), `"${as}" has no .wxml file`)
    const json = `${base}.json`
    const config = existsSync(json) ? readJson<ComponentConfig>(json) : {}
    const source: ComponentSource = {
      base,
      logical: this.npm.toLogical(base),
      config: { ...isolationInScript(script), ...config },
      isPage,
      script,
    }
    this.found.set(base, source)
    source.config.usingComponents = this.resolveAll(config, json)
    for (const generic of Object.values(config.componentGenerics ?? {})) {
      if (generic === true || generic.default === undefined) continue
      generic.default = this.follow(generic.default, json)
    }
  }

  private resolveAll(config: ComponentConfig, json: string): Record<string, string> {
    const appJson = join(this.npm.root, 'app.json')
    const own = Object.entries(config.usingComponents ?? {}).map(([tag, path]) => [tag, this.follow(path, json)])
    const global = Object.entries(this.app.usingComponents ?? {}).map(([tag, path]) => [
      tag,
      this.follow(path, appJson),
    ])
    return Object.fromEntries([...global, ...own]) as Record<string, string>
  }

  /** Visits a component and answers its path from the root of the mini-program. */
  private follow(specifier: string, namedIn: string): string {
    const base = this.resolve(specifier, namedIn)
    this.visit(base, false, namedIn, specifier)
    return `/${this.npm.toLogical(base)}`
  }

  private resolve(specifier: string, namedIn: string): string {
    const own = specifier.startsWith('/') ? join(this.npm.root, specifier) : resolve(dirname(namedIn), specifier)
    const candidates = [own, this.npm.find(specifier)].filter((base): base is string => base !== undefined)
    const bases = candidates.flatMap((base) => [base, join(base, 'index')])
    const found = bases.find((base) => existsSync(`${base}.json`) || scriptOf(base) !== undefined)
    if (found === undefined) {
      throw new BuildError(namedIn, lineOf(namedIn, specifier), `component "${specifier}" does not exist`)
    }
    return found
  }
}

/** theme.json, where app.json names one. */
function themesOf({ themeLocation }: AppConfig, root: string, appJson: string): ThemeNames | undefined {
  if (themeLocation === undefined) return undefined
  const file = join(root, themeLocation)
  if (!existsSync(file))
    throw new BuildError(appJson, lineOf(appJson, themeLocation), `${themeLocation} does not exist`)
  return readJson<ThemeNames>(file)
}

/** Follows app.json to every page and component that the program uses; the first one missing is an error. */
export function collectSources(npm: NpmResolution): CollectedSources {
  const appJson = join(npm.root, 'app.json')
  if (!existsSync(appJson)) throw new BuildError(appJson, undefined, 'does not exist')
  const app = readJson<AppConfig>(appJson)
  const appScript = scriptOf(join(npm.root, 'app'))
  if (appScript === undefined) throw new BuildError(appJson, undefined, 'app.ts does not exist')
  const pages = pagesOf(app)
  const collector = new Collector(npm, app)
  for (const page of pages) collector.visit(join(npm.root, page), true, appJson, page.split('/').at(-1) ?? page)
  return { app, themes: themesOf(app, npm.root, appJson), appScript, pages, components: collector.components }
}
