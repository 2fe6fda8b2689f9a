import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionEnvironment } from '../../../sandbox/environment'
import vectors from '../../../docs/one-network/test-vectors.json'
import { logIn } from '../../../cloudfunctions/one-network/resources/auth'
import { lookAtCase, lookAtMatter, lookForMatters } from '../support/journey'
import { budget } from '../support/resources'
import { type Prism, startPrism } from '../../support/prism'

/** A provider that nobody here wrote: Prism answers with the contract's examples. */
let prism: Prism
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prism-mock-'))
  prism = await startPrism()
  const { appKey, appSecret } = vectors.app
  const credentials = {
    appKey,
    appSecret,
    sm2PublicKey: vectors.sm2.publicKey,
    callbackSecret: vectors.app.callbackSecret,
  }
  Object.assign(process.env, functionEnvironment({ url: prism.url, credentials }))
}, 120_000)
afterAll(async () => {
  await prism.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the catalogue, the search and a matter are read', async () => {
  const { matters, recommended, found } = await lookForMatters()
  expect(matters.length).toBeGreaterThan(0)
  expect(recommended.map(({ shortName }) => shortName)).toEqual(['护士执业注册', '道路货运许可'])
  expect(found).toMatchObject({ total: 1, rows: [{ matterId: 'SX120116000001' }] })

  const matter = await lookAtMatter('SX120116000001', join(folder, 'blank'))
  expect(matter.guide.matterId).toBe('SX120116000001')
  expect(matter.situations.length).toBeGreaterThan(0)
  expect(matter.needed.length).toBeGreaterThan(0)
  // The contract's example of a file, through all checks of length and digest.
  expect(matter.blank).toMatchObject({ fileName: '安全生产管理制度文本（空表）.docx', size: 36 })
}, 60_000)

test('a login and a case are read', async () => {
  const credentials = { subjectType: 'enterprise', account: '91120116MA0FXN011B', password: 'Demo@2026' } as const
  const { userToken, profile } = await logIn(credentials, budget())
  expect(profile.name).toBe('天津星槎速达货运有限公司')
  const ids = { formMaterialId: 'CL12011600000101', fileMaterialId: 'CL12011600000102' }
  const { counts, lists, progress, withFiles, materials, info, previous, credit } = await lookAtCase({
    caseNo: 'BJ20261102120116000018',
    userToken,
    ...ids,
  })
  expect(counts.processing).toBeGreaterThanOrEqual(0)
  expect(lists.every(({ rows }) => rows.length > 0)).toBe(true)
  expect(progress.nodes.length).toBeGreaterThan(0)
  expect(withFiles.rows.length).toBeGreaterThan(0)
  expect(materials.length).toBeGreaterThan(0)
  expect(info.downloadUrl).toMatch(/^https:/)
  expect(previous?.formData).toBeDefined()
  expect(credit?.uscc).toBe('91120116MA0FXN011B')
}, 60_000)
