import { Converter } from 'opencc-js'
import { MATTERS_FOLDER, readMatters } from './folders'

/** The generated table of the search, in the mini-program. */
export const OTHER_WRITINGS_FILE = 'miniprogram/shared/domain/search/other-writings.generated.ts'

/** Chinese characters of the basic plane, and the radicals that a copied PDF has in their stead. */
const BLOCKS = [
  [0x2e80, 0x2fd5],
  [0x3400, 0x9fff],
] as const

/** Radicals that look like a character but are none to Unicode's normalisation, each before its character. */
const LOOK_ALIKES = new Map(
  Array.from(
    '⺠民⺩王⺫目⺬示⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', char = '']) => [radical, char] as const,
  ),
)

const HAN = /[\u3400-\u9fff]/g

/** Standard traditional characters, and those that Taiwan and Hong Kong write otherwise (裡, 衞). */
const TO_SIMPLIFIED = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }))

/** Chinese characters of what a citizen reads of the matters: names, facts, materials, questions. */
function charactersOf(root: string): ReadonlySet<string> {
  const words = JSON.stringify(readMatters(root).map(({ matter, guide }) => [matter, guide]))
  return new Set(words.match(HAN))
}

/**
 * The catalogue's characters, each with those that are other writings of it: traditional ones, and radicals that only look the
 * same. Characters that the catalogue has itself are no other writing of another.
 */
function otherWritings(root = MATTERS_FOLDER): ReadonlyMap<string, string> {
  const own = charactersOf(root)
  const found = new Map<string, string>()
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code += 1) {
      const char = String.fromCharCode(code)
      if (own.has(char)) continue
      const same = LOOK_ALIKES.get(char) ?? char.normalize('NFKC')
      const usual = [same, ...TO_SIMPLIFIED.map((simplify) => simplify(same))].find((one) => own.has(one))
      if (usual !== undefined) found.set(usual, (found.get(usual) ?? '') + char)
    }
  }
  return found
}

/** The table as the mini-program has it, with its size. */
export function otherWritingsTable(root = MATTERS_FOLDER): string {
  const rows = [...otherWritings(root)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([usual, others]) => `  ${usual}: '${others}',`)
  const bytes = Buffer.byteLength(rows.join('\n'))
  const count = rows.length
  return [
    `// Written by scripts/matters.ts; do not edit. ${count} characters of the catalogue, ${bytes} bytes.`,
    '',
    '/** A character of the catalogue → how else it is written: traditional forms (OpenCC), radicals that look the same. */',
    'export const OTHER_WRITINGS: Readonly<Record<string, string>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}
