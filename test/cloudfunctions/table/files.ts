import Excel from 'exceljs'
import type { Field } from '../../../miniprogram/shared/form'

const options = (...labels: string[]) => labels.map((label, n) => ({ value: `v${n + 1}`, label }))

/** A table with a column of every kind that an import reads. */
export const VEHICLES: Field = {
  id: 'vehicles',
  label: '运输车辆',
  type: 'table',
  constraints: { maxRows: 500 },
  columns: [
    { id: 'plate', label: '车牌号', type: 'text', required: true, constraints: { maxLength: 9 } },
    { id: 'kind', label: '车辆类型', type: 'single_choice', required: true, options: options('普通货车', '挂车') },
    {
      id: 'mass',
      label: '总质量',
      type: 'number',
      required: true,
      constraints: { unit: '千克', min: 0, max: 100_000 },
    },
    { id: 'size', label: '外廓尺寸(长×宽×高 毫米)', type: 'text' },
    { id: 'registered', label: '登记日期', type: 'date', required: true, constraints: { dateMax: 'today' } },
    { id: 'gps', label: '是否安装卫星定位装置', type: 'boolean' },
    { id: 'owner_id', label: '车主身份证号', type: 'id_card' },
    { id: 'uses', label: '用途', type: 'multi_choice', options: options('干线', '城配', '危货') },
    { id: 'insured', label: '保险期间', type: 'daterange' },
    { id: 'start', label: '首班时间', type: 'text', constraints: { pattern: 'clock-time' } },
  ],
}

export const HEADINGS = (VEHICLES.columns ?? []).map(({ label }) => label)

/** One good row as a person types it, and as the draft keeps it. */
export const TYPED = [
  '津A12345',
  '普通货车',
  '4,500',
  '5995×2300×3200',
  '2024/3/5',
  '是',
  '120116199607210042',
  '干线、城配',
  '2026-01-01 至 2026-12-31',
  '05:30',
]
export const KEPT = {
  plate: '津A12345',
  kind: 'v1',
  mass: 4500,
  size: '5995×2300×3200',
  registered: '2024-03-05',
  gps: '1',
  owner_id: '120116199607210042',
  uses: ['v1', 'v2'],
  insured: { begin: '2026-01-01', end: '2026-12-31' },
  start: '05:30',
}

/** Lines as Excel saves them. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(','))
    .join('\r\n')

export async function xlsx(
  rows: readonly (readonly Excel.CellValue[])[],
  dress: (workbook: Excel.Workbook, sheet: Excel.Worksheet) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('车辆')
  rows.forEach((row) => sheet.addRow([...row]))
  dress(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

let gbkCodes: Map<string, Buffer> | undefined

/** Text in GBK, as Excel on a Chinese Windows saves CSV. Node only decodes it: the table is turned round. */
export function gbk(text: string): Buffer {
  gbkCodes ??= new Map(
    Array.from({ length: 126 * 191 }, (_, n) => Buffer.from([0x81 + Math.floor(n / 191), 0x40 + (n % 191)])).map(
      (code) => [new TextDecoder('gbk').decode(code), code] as const,
    ),
  )
  const codes = gbkCodes
  return Buffer.concat(Array.from(text, (letter) => codes.get(letter) ?? Buffer.from(letter)))
}
