/** What a page of this kind is made of, card by card, from its top. */
export const SHAPES = {
  card: [['title', 'line', 'short']],
  /** Rows that lead on: matters, messages, papers. */
  ways: [['row', 'row', 'row', 'row', 'row']],
  /** The same without icons. */
  lines: [['words', 'words', 'words', 'words', 'words']],
  /** A card for each thing, with what it is about. */
  cards: [
    ['title', 'line', 'short'],
    ['title', 'line', 'short'],
    ['title', 'line', 'short'],
  ],
  /** What one thing is, then what belongs to it. */
  facts: [
    ['title', 'line', 'short'],
    ['row', 'row', 'row'],
  ],
  /** Its head line, then fields on the page itself. */
  fields: [['head'], ['field', 'field', 'field', 'field']],
  /** Materials with the tiles of their files. */
  files: [
    ['title', 'line', 'tiles'],
    ['title', 'line', 'tiles'],
  ],
  /** Whose turn it is, with a button. */
  turn: [
    ['title', 'line', 'button'],
    ['row', 'row', 'row'],
  ],
} as const

export type PageShape = keyof typeof SHAPES

export const isShape = (name: string): name is PageShape => name in SHAPES
