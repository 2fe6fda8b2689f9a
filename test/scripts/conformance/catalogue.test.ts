import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vectors from '../../../docs/one-network/test-vectors.json'
import { startOneNetwork } from '../../../sandbox/one-network'
import { catalogueText, compareCatalogue } from '../../../scripts/conformance/catalogue'
import { loadContract } from '../../../scripts/conformance/contract'
import { readOptions, toTarget } from '../../../scripts/conformance/options'

/** What a provider has set up otherwise than our files say is listed, each thing once, and nothing else is. */

const facts = { ...vectors.app, sm2PublicKey: vectors.sm2.publicKey }

async function found(differences: boolean) {
  const dataDir = mkdtempSync(join(tmpdir(), 'catalogue-test-'))
  const provider = await startOneNetwork({ dataDir, rateLimits: false, differences })
  try {
    return await compareCatalogue(loadContract(), toTarget(provider.url, readOptions(['--catalogue']), {}, facts))
  } finally {
    await provider.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

test('a provider that is set up by our files differs in nothing', async () => {
  expect(await found(false)).toEqual([])
}, 60_000)

test('the seeded differences are found, and only they', async () => {
  const all = await found(true)
  const lines = all.map(({ matter, about, theirs }) => [matter, about, theirs])
  // A material that is missing there is missing in each case type that asks for it.
  const [cases, others] = [true, false].map((is) => lines.filter(([, about]) => about?.endsWith('”要交的材料') === is))
  expect(others).toEqual([
    ['road-freight', '承诺时限', '9 个工作日'],
    ['temp-slogan', '材料', ''],
    ['special-hours', expect.stringMatching(/^材料“.+”的名称$/), '特殊工时审批表（虚构名称）'],
    ['packaging-printing', '收费', '收费：每证 20 元（虚构）'],
    ['hazchem-operation', '办理结果', '危险化学品经营许可证（副本）'],
    ['nurse-registration', '法定时限', '15 个工作日'],
    [
      'nurse-registration',
      expect.stringMatching(/^材料“.+”的件数和格式$/),
      expect.stringContaining('至 9 件') as string,
    ],
    ['temp-greenland', '许可条件', '占用期满由园林绿化部门验收'],
  ])
  expect(cases?.length).toBeGreaterThan(0)
  expect(cases?.every(([matter]) => matter === 'temp-slogan')).toBe(true)
  for (const { ours, theirs } of all.filter(({ about }) => about.endsWith('”要交的材料'))) {
    expect(ours.split('、').filter((key) => !theirs.split('、').includes(key))).toEqual(['site_proof'])
  }
  expect(catalogueText('https://provider.example.cn', all).split('\n').at(-1)).toBe(`${all.length} 处不同`)
}, 60_000)

test('it needs no account; another address needs its keys', () => {
  const keys = { ONE_NETWORK_APP_KEY: 'k', ONE_NETWORK_APP_SECRET: 's', ONE_NETWORK_SM2_PUBLIC_KEY: 'p' }
  const url = 'https://provider.example.cn'
  expect(toTarget(url, readOptions(['--catalogue']), keys, facts)).toMatchObject({ url, appKey: 'k' })
  expect(() => toTarget(url, readOptions([]), keys, facts)).toThrow('CONFORMANCE_SUBJECT is not set')
  expect(() => toTarget(url, readOptions(['--catalogue']), {}, facts)).toThrow('ONE_NETWORK_APP_KEY is not set')
})
