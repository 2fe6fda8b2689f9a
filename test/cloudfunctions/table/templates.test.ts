import { csvTemplate } from '../../../cloudfunctions/domain/table/template-csv'
import { xlsxTemplate } from '../../../cloudfunctions/domain/table/template-xlsx'
import type { Field } from '../../../miniprogram/shared/form'
import { csvText, KEPT, TYPED, VEHICLES } from './files'
import { fromCsv, fromXlsx, GOOD, refusal } from './read-files'

describe('templates', () => {
  const NASTY: Field = {
    ...VEHICLES,
    label: '车辆/情况[?]',
    columns: [{ id: 'sum', label: '=SUM(A1)', type: 'text', required: true }, ...(VEHICLES.columns ?? [])],
  }

  test('CSV: a mark for Excel, headings, explanations; nothing that would run as a formula', async () => {
    const text = (await csvTemplate(NASTY)).toString()
    const [headings = '', explanations = ''] = text.split('\r\n')
    expect(headings.startsWith('\uFEFF')).toBe(true)
    expect(headings).toContain(`'=SUM(A1)`)
    expect(headings).toContain('车牌号,车辆类型,总质量')
    expect(explanations).toContain('（说明）必填；只能填：普通货车、挂车')
    expect(explanations).toContain('（说明）必填；数字，单位千克，不写单位，不小于 0，不大于 100000')
    expect(text.split(/[,\r\n\uFEFF]+/).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  })

  test.each(['csv', 'xlsx'])('%s: filled in and given back, it is read without a complaint', async (type) => {
    const row = ['合计', ...TYPED]
    if (type === 'csv') {
      const filled = `${(await csvTemplate(NASTY)).toString()}\r\n${csvText([row])}`
      expect(await fromCsv(filled, NASTY)).toEqual({ ...GOOD, rows: [{ sum: '合计', ...KEPT }] })
      return
    }
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await xlsxTemplate(NASTY)).buffer)
    const sheet = workbook.worksheets[0]
    sheet?.getRow(3).splice(1, 0, ...row)
    row.forEach((cell, n) => sheet && (sheet.getCell(3, n + 1).value = cell))
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    expect(await fromXlsx(bytes, NASTY)).toEqual({ ...GOOD, rows: [{ sum: '合计', ...KEPT }] })
  })

  test('XLSX: choices are offered, long numbers stay text', async () => {
    const { default: Excel } = await import('exceljs')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await xlsxTemplate(VEHICLES)).buffer)
    const [sheet, lists] = workbook.worksheets
    expect(sheet?.name).toBe('运输车辆')
    expect(sheet?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$B$1:$B$2"] })
    expect(sheet?.getCell('B502').dataValidation).toMatchObject({ type: 'list' })
    expect([lists?.state, lists?.getCell('B2').value]).toEqual(['hidden', '挂车'])
    expect([sheet?.getCell('G3').numFmt, sheet?.getCell('C3').numFmt]).toEqual(['@', undefined])
  })

  test('an untouched template holds no rows', async () => {
    expect(await refusal(fromXlsx(await xlsxTemplate(VEHICLES)))).toContain('只有表头，没有内容')
    expect(await refusal(fromCsv(await csvTemplate(VEHICLES)))).toContain('只有表头，没有内容')
  })
})
