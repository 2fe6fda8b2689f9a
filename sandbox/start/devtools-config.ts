import { readFile, writeFile } from 'node:fs/promises'

interface CompileMode {
  readonly name: string
  readonly pathName: string
  readonly query: string
}

interface PrivateConfig {
  condition?: { miniprogram?: { list?: CompileMode[] } }
  [key: string]: unknown
}

export const MODE_NAME = '本机沙箱'

/**
 * Tells WeChat DevTools where this sandbox listens: a compile mode (编译模式) whose launch query names the gateway, in
 * the git-ignored project.private.config.json. Everything else in that file is kept. The app stores the address from the
 * launch query, and only under touristappid or a develop build (miniprogram/platform/cloud).
 */
export async function writeDevtoolsConfig(file: string, gatewayUrl: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  let config: PrivateConfig
  try {
    config = JSON.parse(text) as PrivateConfig
  } catch {
    throw new Error(`${file} is not JSON; mend or delete it`)
  }
  const mode: CompileMode = {
    name: MODE_NAME,
    pathName: 'pages/home/home',
    query: `sandbox=${encodeURIComponent(gatewayUrl)}&citizen=citizen-1`,
  }
  const others = (config.condition?.miniprogram?.list ?? []).filter((m) => m.name !== MODE_NAME)
  config.condition = { ...config.condition, miniprogram: { ...config.condition?.miniprogram, list: [mode, ...others] } }
  await writeFile(file, `${JSON.stringify(config, null, 2)}\n`)
}
