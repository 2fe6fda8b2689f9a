import { pinyin } from 'pinyin-pro'
import { MATTERS_FOLDER, readMatters } from './folders'

/** The generated pinyin of the matters' names, beside their folders. */
export const PINYIN_FILE = 'pinyin.generated.ts'

/**
 * How a name is read: a syllable for each Chinese character, small, without tones, ü written v; digits and Latin letters
 * stand for themselves, all parted by blanks: `绿化（A类）` → `lv hua a lei`. Characters with several readings are read by
 * their word (行政 xing, 银行 hang).
 */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true })
  return syllables
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ')
}

/** Folder → pinyin of the short and of the full (corrected) name. */
export function pinyinTable(root = MATTERS_FOLDER): string {
  return [
    '// Written by scripts/matters.ts; do not edit.',
    '',
    '/** Folder → how the short name and the full (corrected) name are read: a syllable for each letter. */',
    'export const PINYIN: Readonly<Record<string, readonly [short: string, full: string]>> = {',
    ...readMatters(root).map(({ slug, matter: { name, label, shortName } }) => {
      const read = [pinyinOf(shortName), pinyinOf(label ?? name)]
      return `  '${slug}': ['${read.join("', '")}'],`
    }),
    '}',
    '',
  ].join('\n')
}
