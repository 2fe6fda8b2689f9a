import { readXml } from './xml'

/** The built-in formats of days and times, those of Chinese programs among them (ECMA-376 part 1, 18.8.30). */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Excel allows no longer ones, and no more styles. */
const LONGEST_FORMAT = 255

const MOST_STYLES = 65_490

/** A format that shows a day or time: such a letter stands outside of quotes and brackets. */
function isDayFormat(code: string): boolean {
  if (code.length > LONGEST_FORMAT) return false
  return /[ymdhs]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '').replace(/general/gi, ''))
}

/** For each style that a cell may name: whether its number is a day. */
export async function readDayStyles(part: Buffer | undefined): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  if (!part) return styles
  let inCells = false
  await readXml(part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes()
        own.set(Number(numFmtId), isDayFormat(formatCode))
      }
      if (name === 'xf' && inCells) {
        const id = Number(attributes()['numFmtId'] ?? 0)
        if (styles.push(own.get(id) ?? isBuiltInDay(id)) > MOST_STYLES) throw new Error('too many styles')
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
