import type { Item } from './item'

/** Full-width letters, case and brackets make no difference to who types on a phone. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Do the letters of the word come in this order? `护士注册` finds 护士执业注册许可. */
function inOrder(word: string, name: string): boolean {
  let at = 0
  for (const char of word) {
    at = name.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

/** 0 = not at all. */
function fit(word: string, names: readonly string[]): number {
  if (names.includes(word)) return 4
  if (names.some((name) => name.startsWith(word))) return 3
  if (names.some((name) => name.includes(word))) return 2
  // Two letters anywhere in a name are no hint: `货运` would find 货船运输.
  return word.length > 2 && names.some((name) => inOrder(word, name)) ? 1 : 0
}

/** Matters whose name or short name fits every word of the keyword, the best first; else in the catalogue's order. */
export function searchCatalogue(items: readonly Item[], keyword: string): readonly Item[] {
  const words = plain(keyword).split(/\s+/).filter(Boolean)
  return items
    .map((item) => {
      const names = [plain(item.name), plain(item.shortName)]
      return { item, fit: Math.min(...words.map((word) => fit(word, names))) }
    })
    .filter((found) => found.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ item }) => item)
}
