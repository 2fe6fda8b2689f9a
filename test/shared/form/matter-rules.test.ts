import { join } from 'node:path'
import { workingDays } from '../../../cloudfunctions/forms/working-days'
import { type Answers, type FormContext, type FormSchema, validateForm } from '../../../miniprogram/shared/form'
import { fullWidth } from '../../../scripts/convert-forms/punctuation'
import { readSeed } from '../../../scripts/convert-forms/seed'
import { withForm } from '../fixtures/context'
import * as night from '../fixtures/night-construction'
import * as nurse from '../fixtures/nurse-registration'
import * as freight from '../fixtures/road-freight'

/** What differs from the matter's fixture: answers, and the rest of what rules read. */
interface Case extends Partial<Omit<FormContext, 'form'>> {
  readonly form?: Answers
}

interface RuleCase {
  /** `<check id>`; a second case of the same check has a word behind it. */
  readonly check: string
  readonly base?: 'maximal'
  /** The check says nothing. */
  readonly quiet: Case
  /** The check speaks at these places and nowhere else. */
  readonly told: Case
  readonly at: readonly string[]
  /** How a requirement or an effect is told; a rule otherwise. */
  readonly code?: string
}

interface Matter {
  readonly schema: FormSchema
  readonly minimal: FormContext
  readonly maximal: FormContext
  readonly cases: readonly RuleCase[]
}

const { driver, vehicle } = freight
const owned = (...veh_owned: ReturnType<typeof vehicle>[]): Answers => ({
  veh_owned_count: veh_owned.length,
  veh_owned,
})
const drivers = (...list: ReturnType<typeof driver>[]): Answers => ({ driver_count: list.length, drivers: list })
const light = (plate: string, change = {}) => vehicle(plate, { gross_mass: 4500, ...change })
const ends = (end: string) => ({ begin: '2021-12-03', end })

const FREIGHT: readonly RuleCase[] = [
  {
    check: 'c1',
    quiet: { form: drivers(driver('祁远帆', '12011619661102001'), driver('陆明棠', '12011619651103003')) },
    told: { form: drivers(driver('祁远帆', '12011619661102001'), driver('陆明棠', '12011619651102003')) },
    at: ['drivers[1].id_no'],
  },
  {
    check: 'c1 leaves out a row whose number is empty or wrong',
    quiet: { form: drivers(driver('祁远帆', '12011619661102001', { id_no: null })) },
    told: {
      form: drivers(
        driver('祁远帆', '12011619661102001', { id_no: null }),
        driver('沈知舟', '12011619661102001', { id_no: '120116' }),
        driver('陆明棠', '12011619400101003'),
      ),
    },
    at: ['drivers[2].id_no'],
  },
  {
    check: 'c2',
    quiet: { form: { veh_owned_count: 0, veh_plan_count: 1 } },
    told: { form: { veh_owned_count: 0, veh_plan_count: 0 } },
    at: ['veh_owned_count'],
  },
  {
    check: 'c2 does not concern a change',
    quiet: { form: { apply_type: 'change', veh_plan_count: 0 } },
    told: { form: { apply_type: 'expand', veh_plan_count: 0 } },
    at: ['veh_owned_count'],
  },
  {
    check: 'c3',
    quiet: { form: owned(light('津A00001'), light('津A00002', { gross_mass: 4500.5 })) },
    told: { form: owned(light('津A00001'), light('津A00002')) },
    at: ['veh_owned'],
    code: 'effect:c3',
  },
  {
    check: 'c4',
    quiet: { form: owned(vehicle('津A00001'), vehicle('津A00002')) },
    told: { form: { ...owned(vehicle('津A00001'), vehicle('津A00002')), veh_owned_count: 3 } },
    at: ['veh_owned'],
  },
  {
    check: 'c4 also without a single row',
    quiet: { form: { veh_owned_count: 0, veh_owned: null } },
    told: { form: { veh_owned_count: 2, veh_owned: null } },
    at: ['veh_owned'],
  },
  {
    check: 'c5',
    quiet: { form: owned(vehicle('津A00001'), vehicle('津A00002')) },
    told: { form: owned(vehicle('津A00001'), vehicle('津A00002'), vehicle('津Ａ00001')) },
    at: ['veh_owned[0].plate', 'veh_owned[2].plate'],
  },
  {
    check: 'c6',
    quiet: { form: { ...owned(vehicle('津A00001')), driver_count: 1 } },
    told: { form: { ...owned(vehicle('津A00001')), driver_count: 0 } },
    at: ['driver_count'],
  },
  {
    check: 'c7',
    quiet: {
      form: { ...owned(light('津A00001')), ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null })) },
    },
    told: {
      form: {
        ...owned(light('津A00001'), vehicle('津A00002', { gross_mass: 4501 })),
        ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null }), driver('陆明棠', '12011619920707003')),
      },
    },
    at: ['drivers[0].cert_no'],
  },
  {
    check: 'c7 waits for the first vehicle',
    quiet: { form: { veh_owned: null, ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null })) } },
    told: {
      form: { ...owned(vehicle('津A00002')), ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null })) },
    },
    at: ['drivers[0].cert_no'],
  },
  {
    check: 'c7 waits for the total mass of a vehicle',
    quiet: {
      form: {
        ...owned(vehicle('津A00002', { gross_mass: null })),
        ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null })),
      },
    },
    told: {
      form: {
        ...owned(vehicle('津A00001', { gross_mass: null }), vehicle('津A00002')),
        ...drivers(driver('祁远帆', '12011619850312001', { cert_no: null })),
      },
    },
    at: ['drivers[0].cert_no'],
  },
  {
    check: 'c8',
    quiet: { form: owned(vehicle('津A00001', { gross_mass: 11999, gps: '0' }), vehicle('津A00002', { gps: '1' })) },
    told: { form: owned(vehicle('津A00001', { gross_mass: 12000, gps: '0' }), vehicle('津A00002', { gps: null })) },
    at: ['veh_owned[0].gps', 'veh_owned[1].gps'],
  },
  {
    check: 'c9',
    quiet: { form: { apply_type: 'renew', old_licence_no: '津交运管许可1号', old_licence_period: ends('2026-12-02') } },
    told: { form: { apply_type: 'renew', old_licence_no: '津交运管许可1号', old_licence_period: ends('2026-12-01') } },
    at: ['old_licence_period'],
  },
]

const nights = (begin: string, end: string, days: number): Answers => ({ night_period: { begin, end }, days })

const NIGHT: readonly RuleCase[] = [
  {
    check: 'c1',
    base: 'maximal',
    quiet: {},
    told: { form: { sensitive_points: null, notice_date: null } },
    at: ['sensitive_points', 'notice_date'],
    code: 'required',
  },
  {
    check: 'c1 asks for no list away from dwellings',
    quiet: { form: { in_sensitive: '0' } },
    told: { form: { in_sensitive: '1', auto_monitor: '1' } },
    at: ['sensitive_points'],
    code: 'required',
  },
  {
    check: 'c2',
    quiet: { form: { time_start: '22:00', time_end: '06:00' } },
    told: { form: { time_start: '21:59', time_end: '06:00' } },
    at: ['time_start'],
  },
  {
    check: 'c2 around midnight',
    quiet: { form: { time_start: '00:30', time_end: '05:59' } },
    told: { form: { time_start: '05:00', time_end: '23:00' } },
    at: ['time_start'],
  },
  {
    check: 'c2 until six',
    quiet: { form: { time_start: '２３：00', time_end: '00:15' } },
    told: { form: { time_start: '23:00', time_end: '06:01' } },
    at: ['time_start'],
  },
  {
    check: 'c3',
    quiet: { form: nights('2026-11-10', '2026-11-24', 15) },
    told: { form: nights('2026-11-10', '2026-11-25', 16) },
    at: ['days'],
  },
  {
    check: 'c3 counts both ends',
    quiet: { form: nights('2026-11-10', '2026-11-10', 1) },
    told: { form: nights('2026-11-10', '2026-11-12', 2) },
    at: ['days'],
  },
  {
    check: 'c4',
    quiet: { form: nights('2026-11-03', '2026-11-03', 1) },
    told: { form: nights('2026-11-02', '2026-11-02', 1) },
    at: ['night_period'],
  },
  {
    check: 'c5',
    base: 'maximal',
    quiet: { form: { predict_noise: 55 } },
    told: { form: { predict_noise: 55.1 } },
    at: ['predict_noise'],
  },
  {
    check: 'c6',
    quiet: { form: nights('2027-05-25', '2027-05-31', 7) },
    told: { form: nights('2027-05-26', '2027-06-01', 7) },
    at: ['night_period'],
  },
  {
    check: 'c6 after the examinations',
    quiet: { form: nights('2027-06-21', '2027-06-22', 2) },
    told: { form: nights('2027-06-20', '2027-06-21', 2) },
    at: ['night_period'],
  },
  {
    check: 'c7',
    quiet: { situation: { ...night.minimal.situation, reason: ['tech'] } },
    told: { situation: { ...night.minimal.situation, reason: ['pubservice'] } },
    at: ['reason'],
    code: 'effect:c7',
  },
  {
    check: 'c8',
    base: 'maximal',
    quiet: { form: { auto_monitor: '1' } },
    told: { form: { auto_monitor: '0' } },
    at: ['auto_monitor'],
  },
]

const renew: Answers = { reg_type: 'renew', nurse_cert_no: '202612011600' }
const over3 = { situation: { exam_over3: ['yes'] } }
const practice = (end: string): Answers => ({ practice_period: { begin: '2025-07-01', end } })

const NURSE: readonly RuleCase[] = [
  {
    check: 'c1',
    quiet: { ...over3, attachments: { train3: 1 } },
    told: { ...over3, attachments: { train3: 0 } },
    at: ['attachments.train3'],
  },
  {
    check: 'c2',
    quiet: { form: { ...renew, cert_period: ends('2026-12-02') } },
    told: { form: { ...renew, cert_period: ends('2026-12-01') } },
    at: ['cert_period'],
  },
  {
    check: 'c3',
    quiet: { form: { exam_date: '2026-05-02' } },
    told: { form: { exam_date: '2026-05-01' } },
    at: ['exam_date'],
  },
  {
    check: 'c3 where six months are 184 days',
    quiet: { today: '2026-09-01', form: { exam_date: '2026-03-01' } },
    told: { today: '2026-09-01', form: { exam_date: '2026-02-28' } },
    at: ['exam_date'],
  },
  {
    check: 'c4',
    quiet: { form: practice('2026-02-28') },
    told: { form: practice('2026-02-27') },
    at: ['practice_period'],
  },
  { check: 'c6', quiet: { form: { school_years: 3 } }, told: { form: { school_years: 2.5 } }, at: ['school_years'] },
  { check: 'c7', quiet: { form: { exam_result: 'ok' } }, told: { form: { exam_result: 'no' } }, at: ['exam_result'] },
  {
    check: 'c7 does not concern a change of registration',
    quiet: { form: { reg_type: 'change', exam_result: 'no' } },
    told: { form: { reg_type: 're', exam_result: 'no' } },
    at: ['exam_result'],
  },
  {
    check: 'c8',
    quiet: { form: { reg_type: 'first' } },
    told: { form: { reg_type: 'change' } },
    at: ['reg_type'],
    code: 'effect:c8',
  },
]

const MATTERS: Readonly<Record<string, Matter>> = {
  'road-freight': { ...freight, cases: FREIGHT },
  'night-construction': { ...night, cases: NIGHT },
  'nurse-registration': { ...nurse, cases: NURSE },
}

const idOf = ({ check }: RuleCase): string => check.split(' ')[0] ?? ''

describe.each(Object.entries(MATTERS))('%s', (slug, { schema, minimal, maximal, cases }) => {
  const places = ({ form = {}, ...rest }: Case, one: RuleCase): readonly string[] =>
    validateForm(schema, withForm({ ...(one.base === 'maximal' ? maximal : minimal), ...rest }, form), workingDays)
      .filter(
        ({ code, field }) =>
          code === (one.code ?? `rule:${idOf(one)}`) && (one.code !== 'required' || one.at.includes(field)),
      )
      .map(({ field }) => field)

  test.each(cases.map((one) => [one.check, one] as const))('%s', (_name, one) => {
    expect(places(one.quiet, one)).toEqual([])
    expect(places(one.told, one)).toEqual(one.at)
  })

  test('every check of the specification has a case, except those that an officer makes by hand', () => {
    const matter = readSeed(join(__dirname, '..', '..', '..')).matters.find((m) => m.slug === slug)
    const checks = matter?.checks.filter(({ kind }) => kind !== 'manual').map(({ id }) => id)
    expect([...new Set(cases.map(idOf))]).toEqual(checks)
  })

  test('what a citizen reads has the punctuation of Chinese text, no shorthand, and the numbers filled in', () => {
    for (const { id, message } of schema.rules) {
      expect([id, fullWidth(message)]).toEqual([id, message])
      expect([id, message]).toEqual([id, expect.not.stringMatching(/[≥≤<>＞＜]/)])
    }
    const told = cases.flatMap(({ told, base }) => {
      const { form = {}, ...rest } = told
      return validateForm(schema, withForm({ ...(base === 'maximal' ? maximal : minimal), ...rest }, form), workingDays)
    })
    expect(told.filter(({ message }) => message.includes('{'))).toEqual([])
  })
})
