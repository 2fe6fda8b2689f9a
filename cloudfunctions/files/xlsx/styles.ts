import { type NumberFormat, numberFormat } from './number-format'
import { readXml } from './xml'

/** The built-in formats of days and times, those of Chinese programs among them (ECMA-376 part 1, 18.8.30). */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)

/** Those of the other built-in ones that change what is seen; money is in yuan here. */
const BUILT_IN: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  5: '"¥"#,##0',
  6: '"¥"#,##0',
  7: '"¥"#,##0.00',
  8: '"¥"#,##0.00',
  9: '0%',
  10: '0.00%',
  46: '[h]:mm:ss',
  42: '"¥"#,##0',
  44: '"¥"#,##0.00',
}

/** Excel allows no more. */
const MOST_STYLES = 65_490

const builtIn = (id: number): string => (isBuiltInDay(id) ? 'yyyy-mm-dd' : (BUILT_IN[id] ?? 'General'))

/** For each style that a cell may name: the format of its numbers. */
export async function readNumberFormats(part: Buffer | undefined): Promise<readonly NumberFormat[]> {
  const own = new Map<number, string>()
  const known = new Map<string, NumberFormat>()
  const styles: NumberFormat[] = []
  if (!part) return styles
  const formatOf = (code: string): NumberFormat => {
    const format = known.get(code) ?? numberFormat(code)
    known.set(code, format)
    return format
  }
  let inCells = false
  await readXml(part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes()
        own.set(Number(numFmtId), formatCode)
      }
      if (name === 'xf' && inCells) {
        const id = Number(attributes()['numFmtId'] ?? 0)
        if (styles.push(formatOf(own.get(id) ?? builtIn(id))) > MOST_STYLES) throw new Error('too many styles')
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
