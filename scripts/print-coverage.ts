import PDFDocument from 'pdfkit'
import { join } from 'node:path'
import { FONT_FILES } from '../cloudfunctions/print/fonts'
import { PRINT_FONT_PACKAGE, rareFontFiles } from './build/print-fonts'
import { generate } from './write-or-check'

const TARGET = 'miniprogram/shared/form/printable.generated.ts'

/** pdfkit has no public question for this. */
interface WithFontkit {
  readonly _font: { readonly font: { readonly characterSet: readonly number[] } }
}

function charactersOf(file: string): readonly number[] {
  const document = new PDFDocument({ autoFirstPage: false, font: '' })
  return (document.font(file) as unknown as WithFontkit)._font.font.characterSet
}

/** First and last of each run of code points. */
function rangesOf(codePoints: ReadonlySet<number>): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (const code of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
}

/** `tsx scripts/print-coverage.ts [--check]`: which characters the fonts of print can show, for pages and functions. */
generate('print-coverage.ts', async () => {
  const rare = await rareFontFiles()
  const files = [join(PRINT_FONT_PACKAGE, FONT_FILES.regular), ...rare.map(({ path }) => path)]
  const ranges = rangesOf(new Set(files.flatMap(charactersOf)))
  // Each range as its distance from the end of the one before and its length, in base 36.
  let end = 0
  const steps = ranges.map(([first, last]) => {
    const step = `${(first - end).toString(36)}-${(last - first).toString(36)}`
    end = last
    return step
  })
  const text = [
    '// Written by scripts/print-coverage.ts from the fonts of print. Do not edit.',
    '',
    '/** Runs of code points that can be printed: distance from the end of the last one, and length, in base 36. */',
    `export const PRINTABLE_RUNS =\n  '${steps.join(' ')}'`,
    '',
  ]
  return { [TARGET]: text.join('\n') }
})
