import { type TableRow } from '../../../miniprogram/shared/form'

/** 道路货物运输经营许可: the provider's ids (cloudfunctions/matters/<slug>/ids.json). */
const MATTER = 'QX120116000001'
export const FREIGHT = {
  account: '91120116MA0FXN011B',
  matterId: 'SX120116000001',
  form: 'CL12011600000101',
  letter: 'CL12011600000103',
  /** new; vehicles bought; general freight; by an agent */
  byAgent: [`${MATTER}A01`, `${MATTER}B01`, `${MATTER}C01`, `${MATTER}D02`],
  /** the same, by the legal representative */
  inPerson: [`${MATTER}A01`, `${MATTER}B01`, `${MATTER}C01`, `${MATTER}D01`],
  agent: { name: '陆明棠', idNo: '120104199308150021', phone: '13000000118' },
  legalPerson: { name: '沈知舟', idNo: '120116198504020014' },
} as const

/** Invented vehicles, all ten columns filled. */
export const vehicles = (count: number, first = 0): TableRow[] =>
  Array.from({ length: count }, (_, i) => ({
    brand_model: `虚构牌重型厢式货车 XG${1000 + first + i}`,
    plate: `津A${String(10_000 + first + i)}`,
    plate_color: 'yellow',
    veh_type: 'truck',
    gross_mass: 18_000,
    load_mass: 9_900,
    tech_grade: '1',
    size: '9000×2550×3990',
    reg_date: '2024-05-06',
    gps: '1',
  }))
