import { isShape, SHAPES } from './page-shapes'

/** The outline of a page that is being loaded: nothing jumps when the content comes. */
Component({
  properties: {
    /** A PageShape. */
    shape: { type: String, value: 'card' },
  },
  data: { cards: [] as readonly (readonly string[])[] },
  observers: {
    shape() {
      this.draw()
    },
  },
  lifetimes: {
    // Observers stay silent while a property keeps its first value.
    attached() {
      this.draw()
    },
  },
  methods: {
    draw() {
      const { shape } = this.data
      this.setData({ cards: isShape(shape) ? SHAPES[shape] : SHAPES.card })
    },
  },
})
