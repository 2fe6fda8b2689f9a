import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { startCloud, type Cloud } from '../sandbox/cloud'
import { functionEnvironment } from '../sandbox/environment'
import { startOneNetwork, type OneNetwork } from '../sandbox/one-network'
import { buildCloudfunctions } from '../scripts/build/cloudfunctions'
import { DEPLOY } from '../scripts/build/paths'
import { boundCitizen } from './bound-citizen'
import { sideBySide, type Figure } from './measure'

const ROUNDS = 30
/** What the provider and the database take for each answer, in ms; the sandbox's own database would be faster than any real one. */
const PROVIDER_MS = 100
const DATABASE_MS = 10
/** Of a page that asks the provider; of a change that asks the database alone. */
const LIMITS = { page: 1.2, change: 1.4 }

const MATTER = 'SX120116000014'
const OPTIONS = ['QX120116000014A01', 'QX120116000014B01', 'QX120116000014D01']

/** The same functions without the audit log: there is no such switch in them. */
const withoutAudit: Plugin = {
  name: 'without-audit',
  setup(b) {
    b.onLoad({ filter: /domain[\\/]audit[\\/]calls\.ts$/ }, () => ({
      contents: 'export const writeCallDown = () => Promise.resolve()',
      loader: 'ts',
    }))
  },
}

/** Calls of one side: a page of a case, and a draft that is saved. */
async function side(cloud: Cloud, provider: OneNetwork) {
  const call = await boundCitizen(cloud, provider)
  const caseNo = (await call('case.list', { category: 'processing', pageNo: 1 })).page.rows[0]?.caseNo
  if (!caseNo) throw new Error('the sandbox has no case to open')
  const { draftId } = await call('declaration.start', { matterId: MATTER, optionIds: OPTIONS, startKey: 'bench-start' })
  const { declaration } = await call('declaration.open', { draftId })
  const materialId = declaration.forms[0]?.materialId ?? ''
  let { version } = declaration
  return {
    openCase: () => call('case.open', { caseNo }),
    save: async () => {
      const forms = [{ materialId, answers: { name: `某${version}` } }]
      version = (await call('declaration.save', { draftId, baseVersion: version, forms })).version
    },
  }
}

/** What writing down costs a call: the same call with and without the audit log, in turn, in one run. */
export async function auditCost(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tjgx-bench-audit-'))
  const provider = await startOneNetwork({
    dataDir: join(dataDir, 'one-network'),
    delayMs: PROVIDER_MS,
    rateLimits: false,
  })
  const clouds: Cloud[] = []
  const open = async (name: string, plugins: readonly Plugin[]) => {
    const functionsDir = join(dataDir, `functions-${name}`)
    await buildCloudfunctions({ outDir: functionsDir, plugins })
    const env = functionEnvironment(provider)
    const cloud = await startCloud({ dataDir: join(dataDir, name), functionsDir, deployDir: DEPLOY, env })
    clouds.push(cloud)
    const calls = await side(cloud, provider)
    cloud.slowDatabase(DATABASE_MS)
    return calls
  }
  try {
    const [audited, bare] = [await open('audited', []), await open('bare', [withoutAudit])]
    const rounds = { rounds: ROUNDS, warmup: 3 }
    const page = await sideBySide(audited.openCase, bare.openCase, rounds)
    const change = await sideBySide(audited.save, bare.save, rounds)
    return [figure('page', page), figure('change', change)]
  } finally {
    for (const cloud of clouds) await cloud.close()
    await provider.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function figure(what: keyof typeof LIMITS, { a, b }: { readonly a: number; readonly b: number }): Figure {
  const ratio = a / b
  const limit = LIMITS[what]
  return {
    name: `a ${what} with the audit log / without`,
    promise: `≤ ${limit} ×`,
    measured: `${ratio.toFixed(2)} × (${a.toFixed(0)} / ${b.toFixed(0)} ms)`,
    holds: ratio <= limit,
    record: {
      id: what === 'page' ? 'audit-page' : 'audit-change',
      values: { ratio: ratio.toFixed(2), with: a.toFixed(0), without: b.toFixed(0) },
    },
  }
}
