/** Adds a greeting and the citizen's name to a component. */
export const greeting = Behavior({
  properties: { who: { type: String, value: '' } },
  data: { greeting: '' },
  observers: {
    who(who: string) {
      this.setData({ greeting: `您好，${who}` })
    },
  },
})
