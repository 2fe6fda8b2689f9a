import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A browser to start: where it is, and the environment that it needs. */
export interface ChromiumInstallation {
  executablePath: string
  env: Record<string, string>
}

/** The version of the packed Chromium; the package does not export its manifest. */
function packedVersion(): string {
  const manifest = join(dirname(createRequire(__filename).resolve('@sparticuz/chromium')), '../../package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** The fonts that the package carries: Latin only, as on a bare machine. Its own file points to another folder. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

/**
 * Unpacks the Chromium of @sparticuz/chromium with the system libraries that it carries, which it does only when it
 * believes to run on AWS Lambda. It unpacks into the temporary folder and silently reuses what another version left
 * there: hence a folder per version, moved into place when complete, so that two test workers cannot disturb each other.
 */
function unpack(target: string): void {
  const parts = `${target}.${process.pid}`
  mkdirSync(parts, { recursive: true })
  execFileSync(
    process.execPath,
    ['-e', "import('@sparticuz/chromium').then((packed) => packed.default.executablePath())"],
    {
      cwd: __dirname,
      env: {
        ...process.env,
        TMPDIR: parts,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
        AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x',
      },
    },
  )
  writeFileSync(join(parts, 'fonts', 'fonts.conf'), fontConfiguration(target))
  try {
    renameSync(parts, target)
  } catch (cause) {
    // Another worker was faster.
    rmSync(parts, { recursive: true, force: true })
    if (!existsSync(target)) throw cause
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** CHROMIUM_PATH, else the Chromium that comes with npm ci. */
export function findChromium(): ChromiumInstallation {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') return { executablePath: given, env: definedEnvironment() }
  const folder = join(tmpdir(), `packed-chromium-${packedVersion()}`)
  if (!existsSync(folder)) unpack(folder)
  const env = {
    ...definedEnvironment(),
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  }
  return { executablePath: join(folder, 'chromium'), env }
}
