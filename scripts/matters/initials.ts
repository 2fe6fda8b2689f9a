import { pinyin } from 'pinyin-pro'

/**
 * First letters of the pinyin of a name, in small letters; digits and Latin letters stay, everything else goes:
 * `护士执业注册` → `hszyzc`. Characters with several readings are read by their word (行政 x, 银行 h).
 */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
  return letters.toLowerCase().replace(/[^a-z0-9]/g, '')
}
