import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { BuildError } from './build-error'
import { type ComponentSource } from './collect-components'
import { type NpmResolution } from './npm-resolution'
import { wxsRequires, wxsToScript } from './wxs'

/** What the template compiler says about a template; lines count from 0. */
interface TemplateProblem {
  path: string
  message: string
  isError: boolean
  startLine: number
}

export interface CompiledProgramTemplates {
  /** A JavaScript expression: logical path → template. */
  code: string
  /** `file:line message`, of the program's own templates. */
  warnings: string[]
}

/** The compiler mends these and goes on with a warning; WeChat refuses the template. */
const BROKEN = /^(missing|unmatched|incomplete|invalid|illegal|duplicated|unexpected character)/

class TemplateCompiler {
  private readonly group = new TmplGroup()
  private readonly seen = new Set<string>()
  readonly warnings: string[] = []

  constructor(private readonly npm: NpmResolution) {}

  compile(components: readonly ComponentSource[]): string {
    try {
      for (const { base } of components) this.addTemplate(`${base}.wxml`, `${base}.wxml`)
      return this.group.getTmplGenObjectGroups()
    } finally {
      this.group.free()
    }
  }

  private addTemplate(file: string, namedIn: string): void {
    if (this.seen.has(file)) return
    this.seen.add(file)
    const source = this.read(file, namedIn)
    const logical = this.npm.toLogical(file).replace(/\.wxml$/, '')
    this.report(file, (this.group.addTmpl(logical, source) ?? []) as TemplateProblem[])
    for (const name of this.group.getInlineScriptModuleNames(logical) as string[]) {
      const script = wxsToScript(this.group.getInlineScript(logical, name), file)
      this.group.setInlineScript(logical, name, script)
    }
    for (const path of this.group.getDirectDependencies(logical) as string[]) {
      this.addTemplate(`${this.npm.fromLogical(path)}.wxml`, file)
    }
    for (const path of this.group.getScriptDependencies(logical) as string[]) {
      this.addScript(`${this.npm.fromLogical(path)}.wxs`, file)
    }
  }

  private addScript(file: string, namedIn: string): void {
    if (this.seen.has(file)) return
    this.seen.add(file)
    const source = this.read(file, namedIn)
    this.group.addScript(this.npm.toLogical(file).replace(/\.wxs$/, ''), wxsToScript(source, file))
    for (const path of wxsRequires(source)) this.addScript(resolve(dirname(file), path), file)
  }

  private read(file: string, namedIn: string): string {
    if (!existsSync(file)) throw new BuildError(namedIn, undefined, `${this.npm.toLogical(file)} does not exist`)
    return readFileSync(file, 'utf8')
  }

  private report(file: string, problems: readonly TemplateProblem[]): void {
    for (const { isError, startLine, message } of problems) {
      const problem = new BuildError(file, startLine + 1, message)
      const isOurs = !file.includes('node_modules')
      if (isError || (isOurs && BROKEN.test(message))) throw problem
      if (isOurs) this.warnings.push(problem.message)
    }
  }
}

/** Compiles every template with its imports and WXS; an error names the file and line. */
export function compileTemplates(components: readonly ComponentSource[], npm: NpmResolution): CompiledProgramTemplates {
  const compiler = new TemplateCompiler(npm)
  return { code: compiler.compile(components), warnings: compiler.warnings }
}
