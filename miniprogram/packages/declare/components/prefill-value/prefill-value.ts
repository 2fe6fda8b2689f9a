/** One value that is offered for the field above, with its source. Event: take. */
Component({
  properties: {
    /** Label of the field, for who does not see where it stands. */
    label: { type: String, value: '' },
    /** e.g. `虞青禾（来自您的一网通账号）`; '' = nothing is offered. */
    text: { type: String, value: '' },
  },
  methods: {
    onTap() {
      this.triggerEvent('take')
    },
  },
})
