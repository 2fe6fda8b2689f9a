import { type Answers } from '../../miniprogram/shared/form'
import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { day } from '../shared/fixtures/context'
import { AGENT_MORE, APPLICANT } from '../shared/fixtures/enterprise'
import * as night from '../shared/fixtures/night-construction'
import * as freight from '../shared/fixtures/road-freight'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { attach, attachMaterials, open } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

const TODAY = toBeijingDate(Date.now())

/** 授权委托书, which follows from somebody else acting for the enterprise. */
const letter = (signatures: readonly string[]): Answers => ({
  principal: APPLICANT['ent_name'] ?? null,
  trustee: AGENT_MORE['agent_name'] ?? null,
  trustee_id: AGENT_MORE['agent_id'] ?? null,
  trustee_phone: '13000000102',
  powers: ['submit', 'correct', 'receive'],
  period: { begin: TODAY, end: day('today+6m', TODAY) },
  principal_sign: signatures.slice(0, 1),
  trustee_sign: signatures.slice(1),
  date: TODAY,
})

/** 拟投入运输车辆承诺书 */
const vehiclePromise = ([signature = '']: readonly string[]): Answers => ({
  ent_name: APPLICANT['ent_name'] ?? null,
  count: 3,
  veh_type: '载货汽车、牵引车，普通货运',
  tech_grade: '1',
  total_load: 49900.5,
  in_date: day('today+90d', TODAY),
  measures: '按规定维护和检测，建立车辆技术档案。',
  accept: '1',
  sign: [signature],
  date: TODAY,
})

/** By provider form id: the fields that are signed, and the answers. */
const FORMS: Readonly<Record<string, readonly [readonly string[], (signatures: readonly string[]) => Answers]>> = {
  BD12011600000101: [['applicant_sign'], ([sign = '']) => freight.maximalAnswers(TODAY, sign)],
  BD12011600000102: [['sign'], vehiclePromise],
  BD12011600000801: [['applicant_sign'], ([sign = '']) => night.maximalAnswers(TODAY, sign)],
  BD12011600009901: [['principal_sign', 'trustee_sign'], letter],
}

test.each([
  [
    '道路货物运输经营许可',
    'SX120116000001',
    ['01A02', '01B02', '01C01', '01C02', '01C03', '01C04', '01C05', '01D02'],
    3,
  ],
  ['建设项目夜间施工许可', 'SX120116000008', ['08A04', '08B01', '08C02', '08D02'], 2],
] as const)(
  '%s: an enterprise files it with everything filled in',
  async (_name, matterId, options, formCount) => {
    const clerk = new Citizen(system, `clerk-${matterId.slice(-2)}`)
    await clerk.bind('91120116MA0FXN011B', 'enterprise')
    const optionIds = options.map((option) => `QX1201160000${option}`)
    const { draftId } = await clerk.call('declaration.start', { matterId, optionIds, startKey: `start-${matterId}` })
    const declaration = await open(clerk, draftId)
    expect(declaration.forms).toHaveLength(formCount)

    const forms = []
    for (const { materialId, schema } of declaration.forms) {
      const [signed, answersOf] = FORMS[schema.formId] ?? [[], (): Answers => ({})]
      const signatures: string[] = []
      for (const fieldId of signed) {
        signatures.push((await attach(clerk, { draftId, materialId, fieldId })).attachmentId)
      }
      forms.push({ materialId, answers: answersOf(signatures) })
    }
    await attachMaterials(clerk, declaration)
    const { version } = await clerk.call('declaration.save', { draftId, baseVersion: declaration.version, forms })

    const review = await clerk.call('declaration.review', { draftId })
    const told = Object.values(review.problems).flat()
    expect(told.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(review.missingMaterials).toEqual([])
    const outcome = await clerk.call('declaration.submit', { draftId, version })
    expect(outcome).toMatchObject({ state: 'submitted', receipt: { missing: [] } })
  },
  120_000,
)
