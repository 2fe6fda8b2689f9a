import { WORDS, type Word } from '../../shared/domain/words'

interface Explained {
  readonly word: Word
  readonly meaning: string
}

/** A ? beside words of the field: what each of them means stands in a sheet. Without words there is nothing to ask. */
Component({
  properties: {
    /** Keys of shared/domain/words.ts, in the order in which they stand on the page. */
    words: { type: Array, value: [] as readonly Word[] },
  },

  data: {
    spoken: '',
    title: '',
    lines: [] as readonly Explained[],
    open: false,
    /** The sheet is made when it is first opened. */
    used: false,
  },

  observers: {
    words(words: readonly Word[] | null) {
      const lines = (words ?? []).map((word): Explained => ({ word, meaning: WORDS[word] }))
      const spoken = `什么是${lines.map(({ word }) => word).join('、')}`
      this.setData({ lines, spoken, title: lines.length === 1 ? spoken : '这些词的意思' })
    },
  },

  methods: {
    onTap() {
      this.setData({ used: true, open: true })
    },

    onClose() {
      this.setData({ open: false })
    },
  },
})
