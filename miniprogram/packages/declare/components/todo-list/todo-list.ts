import type { TodoView } from '../../review/review-view'

/** As many jumps as leave room for what stands below. */
const FIRST = 3

/** Things to look at, each with a jump; the first ones, and a row for the others. Event: `open {materialId, fieldId}`. */
Component({
  properties: {
    title: { type: String, value: '' },
    /** TodoView[] */
    todos: { type: Array, value: [] },
    /** danger = it blocks; calm = to be minded. */
    tone: { type: String, value: 'danger' },
  },
  data: { shown: FIRST },
  methods: {
    onTodoTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const todos = this.data.todos as readonly TodoView[]
      const todo = todos[Number(event.currentTarget.dataset.index)]
      if (todo) this.triggerEvent('open', { materialId: todo.materialId, fieldId: todo.fieldId })
    },
    onMoreTap() {
      this.setData({ shown: this.data.todos.length })
    },
  },
})
