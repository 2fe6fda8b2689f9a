import { isShape, SHAPES } from './page-shapes'

/** The outline of a page that is being loaded: nothing jumps when the content comes. */
Component({
  properties: {
    /** A PageShape. */
    shape: { type: String, value: 'card' },
  },
  data: { cards: SHAPES.card as readonly (readonly string[])[] },
  observers: {
    shape(shape: string) {
      this.setData({ cards: isShape(shape) ? SHAPES[shape] : SHAPES.card })
    },
  },
})
