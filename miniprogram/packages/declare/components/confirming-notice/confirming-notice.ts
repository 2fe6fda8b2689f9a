import { causeOf, needsLogin, type Failure } from '../../../../services/service-error'

/** 结果确认中: the submit is on its way and must not be repeated. Events: `check` (ask now), `leave` (go home). */
Component({
  properties: {
    /** What was sent, and what is being found out. */
    text: { type: String, value: '申报已经发出，正在向一网通核实办件编号。请不要重复提交。' },
    /** It has been going on for a while. */
    patience: { type: Boolean, value: false },
    /** Why the last question got no answer; null = it got one. */
    failure: { type: Object, value: null as Failure | null },
  },
  data: {
    /** Nobody asks again by himself: the login has expired. */
    loginFirst: false,
    cause: '',
  },
  observers: {
    failure(failure: Failure | null) {
      this.setData({
        loginFirst: failure !== null && needsLogin(failure),
        cause: failure === null ? '' : causeOf(failure),
      })
    },
  },
  methods: {
    onCheckTap() {
      this.triggerEvent('check', {})
    },
    onLeaveTap() {
      this.triggerEvent('leave', {})
    },
  },
})
