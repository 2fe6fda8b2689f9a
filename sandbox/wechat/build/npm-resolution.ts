import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** WeChat's rule for npm packages ("build npm"), and the path that each source has inside the mini-program. */
export class NpmResolution {
  private readonly nodeModules: string

  constructor(readonly root: string) {
    this.nodeModules = findNodeModules(root) ?? findNodeModules(__dirname) ?? ''
  }

  /** The folder of a package that WeChat packs: package.json `miniprogram`, else `miniprogram_dist`. */
  packageRoot(name: string): string {
    const folder = join(this.nodeModules, name)
    const manifest = join(folder, 'package.json')
    const { miniprogram } = existsSync(manifest)
      ? (JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string })
      : {}
    return join(folder, miniprogram ?? 'miniprogram_dist')
  }

  /** `tdesign-miniprogram/button/button` → its path without extension; undefined when there is no such package. */
  find(specifier: string): string | undefined {
    const segments = specifier.split('/')
    const name = specifier.startsWith('@') ? segments.splice(0, 2).join('/') : (segments.shift() ?? '')
    const root = this.packageRoot(name)
    return name !== '' && existsSync(root) ? join(root, ...segments) : undefined
  }

  /** A script inside a package, as the mini-program's sources import it. */
  findScript(specifier: string): string | undefined {
    const base = this.find(specifier)
    if (base === undefined) return undefined
    return [base, `${base}.js`, join(base, 'index.js')].find((file) => existsSync(file) && statSync(file).isFile())
  }

  /** Absolute path → path inside the mini-program (npm packages lie in miniprogram_npm/<name>/). */
  toLogical(path: string): string {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)
    const name = match?.[1]
    const inside = path.startsWith(this.root + sep)
    if (name === undefined || inside) return relative(this.root, path).split(sep).join('/')
    return `miniprogram_npm/${name}/${relative(this.packageRoot(name), path).split(sep).join('/')}`
  }

  /** The reverse of toLogical. */
  fromLogical(logical: string): string {
    const [, name, rest] = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(logical) ?? []
    return name !== undefined && rest !== undefined ? join(this.packageRoot(name), rest) : join(this.root, logical)
  }
}

/** The nearest node_modules at or above a folder; a program outside the project uses the project's own. */
function findNodeModules(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules')
    if (existsSync(candidate)) return candidate
    if (folder === dirname(folder)) return undefined
  }
}
