import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { fillForms } from './support/enterprise-forms'
import { attachMaterials, open } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

test.each([
  [
    '道路货物运输经营许可',
    'SX120116000001',
    ['01A02', '01B02', '01C01', '01C02', '01C03', '01C04', '01C05', '01D02'],
    3,
  ],
  ['建设项目夜间施工许可', 'SX120116000008', ['08A04', '08B01', '08C01', '08D02', '08E01'], 2],
] as const)(
  '%s: an enterprise files it with everything filled in',
  async (_name, matterId, options, formCount) => {
    const clerk = new Citizen(system, `clerk-${matterId.slice(-2)}`)
    await clerk.bind('91120116MA0FXN011B', 'enterprise')
    const optionIds = options.map((option) => `QX1201160000${option}`)
    const { draftId } = await clerk.call('declaration.start', { matterId, optionIds, startKey: `start-${matterId}` })
    const declaration = await open(clerk, draftId)
    expect(declaration.forms).toHaveLength(formCount)

    const version = await fillForms(clerk, declaration)
    await attachMaterials(clerk, declaration)

    const review = await clerk.call('declaration.review', { draftId })
    const told = Object.values(review.problems).flat()
    expect(told.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(review.missingMaterials).toEqual([])
    const outcome = await clerk.call('declaration.submit', { draftId, version })
    expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  },
  120_000,
)
