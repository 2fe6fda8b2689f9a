import { type Inspect } from './inspect'
import { inspectPackage } from './office/package'
import { NO_DOCUMENT } from './office/words'
import { refuse } from './refuse'

/** A package whose main part is there, of the type that this program opens (ECMA-376 part 1, 11.3.10 and 12.3.23). */
const office =
  (mainType: string, usualPart: string): Inspect =>
  async (file) => {
    const { names, types } = await inspectPackage(file)
    const isThere = types.some(({ part, type }) => type === mainType && names.has(part || usualPart))
    if (!isThere) throw refuse(NO_DOCUMENT)
  }

const FORMATS = 'application/vnd.openxmlformats-officedocument'

export const inspectDocx = office(`${FORMATS}.wordprocessingml.document.main+xml`, 'word/document.xml')
export const inspectXlsx = office(`${FORMATS}.spreadsheetml.sheet.main+xml`, 'xl/workbook.xml')
