import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../sandbox/cloud'
import { functionEnvironment } from '../sandbox/environment'
import { startOneNetwork, type OneNetwork } from '../sandbox/one-network'
import { buildCloudfunctions } from './build/cloudfunctions'
import { DEPLOY, ROOT } from './build/paths'
import { catalogueText, compareCatalogue } from './conformance/catalogue'
import { compareAddresses } from './conformance/compare'
import { loadContract } from './conformance/contract'
import { type Options, readOptions, type SandboxFacts, toTarget } from './conformance/options'
import { reportText } from './conformance/report'
import { runConformance } from './conformance/run'
import { run } from './run'

/** Where the sandbox's cloud takes the provider's events, as `npm start` tells the provider. */
const CALLBACK = '/callback/v1/approval-events'

function sandboxFacts(): SandboxFacts {
  const vectors = JSON.parse(readFileSync(join(ROOT, 'docs', 'one-network', 'test-vectors.json'), 'utf8')) as {
    readonly app: Pick<SandboxFacts, 'appKey' | 'appSecret' | 'callbackSecret'>
    readonly sm2: { readonly publicKey: string }
  }
  return { ...vectors.app, sm2PublicKey: vectors.sm2.publicKey }
}

/** Judges one address; resolves with whether nothing failed. */
async function judge(url: string, options: Options): Promise<boolean> {
  const target = toTarget(url, options, process.env, sandboxFacts())
  if (options.catalogue) {
    const found = await compareCatalogue(loadContract(), target)
    console.log(catalogueText(target.url, found))
    return found.length === 0
  }
  const { results } = await runConformance(loadContract(), target)
  console.log(reportText(target.url, results))
  return results.every(({ verdict }) => verdict !== 'failed')
}

/** A sandbox with a folder of its own, gone afterwards; its functions take the events of #28 unless `--callback` says who. */
async function judgeSandbox(options: Options): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'conformance-'))
  const provider = await startOneNetwork({ dataDir, differences: options.catalogue })
  const cloud =
    options.callback === undefined && !options.catalogue ? await startFunctions(dataDir, provider) : undefined
  try {
    const callback = options.callback ?? (cloud && `${cloud.url}${CALLBACK}`)
    return await judge(provider.url, { ...options, callback })
  } finally {
    await cloud?.close()
    await provider.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startFunctions(dataDir: string, provider: OneNetwork): Promise<Cloud> {
  const functionsDir = join(dataDir, 'functions')
  await buildCloudfunctions({ outDir: functionsDir })
  const env = functionEnvironment(provider)
  return startCloud({ dataDir: join(dataDir, 'cloud'), functionsDir, deployDir: DEPLOY, env, log: () => undefined })
}

/**
 * `npm run conformance [-- --url …]`: asks every function of the contract, judges every answer, ends with
 * `N passed, N failed`; exits 1 when one failed. With `--catalogue` it compares the matters that are set up there with our
 * files instead; a sandbox of our own has seeded differences then. What is withheld says why and never counts as passed.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.compare) {
    const [a, b] = options.compare.map((url) => toTarget(url, options, process.env, sandboxFacts()))
    if (a && b) console.log(await compareAddresses(loadContract(), a, b))
    return
  }
  const isFine = await (options.url === undefined ? judgeSandbox(options) : judge(options.url, options))
  if (!isFine) process.exitCode = 1
}

run(main)
