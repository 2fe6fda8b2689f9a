import type { TodoView } from '../../review/review-view'

/** Things to look at, each with a jump. Event: `open {materialId, fieldId}`. */
Component({
  properties: {
    title: { type: String, value: '' },
    /** TodoView[] */
    todos: { type: Array, value: [] },
    /** danger = it blocks; warn = to be minded. */
    tone: { type: String, value: 'danger' },
  },
  methods: {
    onTodoTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const todos = this.data.todos as readonly TodoView[]
      const todo = todos[Number(event.currentTarget.dataset.index)]
      if (todo) this.triggerEvent('open', { materialId: todo.materialId, fieldId: todo.fieldId })
    },
  },
})
