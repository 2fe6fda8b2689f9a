import { LOADING, type PageStatus } from '../../behaviors/page-status'
import { endVisit, visits } from '../../behaviors/visit'
import { goTo } from '../../platform/routes'
import { callPhone } from '../../platform/telephone'
import { phoneForHelp } from '../../services/seen-phone'
import { HOTLINE } from '../../shared/domain/hotline'
import { momentText } from '../../shared/domain/time'

/** How long loading has taken, for the words: '' = as always. */
type Waited = '' | 'some' | 'long'

/** When it is said that it takes longer, and when the telephone is shown too (ms). */
const SOME_MS = 3_000
const LONG_MS = 8_000

const visitOf = visits(() => ({ timers: [] as readonly ReturnType<typeof setTimeout>[] }))

/**
 * The three states of a page around its content: loading, failed (with retry), ready; or empty with a way on. Loading that
 * takes long says so, and then names the window's telephone.
 * A failed refresh keeps the content and says so above it; what this phone kept says from when it is. A page that nobody answered asks again by itself when the
 * connection is back. Events: retry, act (the button of the empty state).
 */
Component({
  properties: {
    status: { type: Object, value: LOADING },
    /** A PageShape: the outline of the page while it loads. */
    shape: { type: String, value: 'card' },
    /** What is said to be safe where the page fails, e.g. 已经保存的内容都还在; '' = there is nothing of the citizen's. */
    kept: { type: String, value: '' },
    /** What is filled in here without a network is saved later. */
    goesOn: { type: Boolean, value: false },
    empty: { type: Boolean, value: false },
    emptyIcon: { type: String, value: 'task' },
    emptyTitle: { type: String, value: '' },
    emptyText: { type: String, value: '' },
    /** Label of the way on; '' = none. */
    emptyAction: { type: String, value: '' },
    /** A page without a telephone of its own ends with the window's: in 关怀模式, and where something was handed in. */
    foot: { type: Boolean, value: false },
    /** 关怀模式 on a tab, where no tab bar shows: a bar with the way home and the telephone. */
    home: { type: Boolean, value: false },
  },

  data: { waited: '' as Waited, phone: '', hotline: HOTLINE, keptWhen: '' },

  observers: {
    status(status: PageStatus | null) {
      this.watch(status?.phase === 'loading')
      if (status?.keptAt) this.setData({ keptWhen: momentText(status.keptAt, Date.now()) })
      // The answer may have named the window's number.
      if (status?.phase === 'ready') this.setData({ phone: phoneForHelp() })
    },
  },

  lifetimes: {
    attached() {
      visitOf(this).show({ phone: phoneForHelp() })
      // Observers stay silent while the status keeps its first value.
      if (this.data.status.phase === 'loading') this.watch(true)
      visitOf(this).onNetwork((online) => {
        const { failure } = this.data.status
        if (online && failure && failure.outcome !== 'refused') this.triggerEvent('retry')
      })
      visitOf(this).stopAtEnd(() => this.watch(false))
    },
    detached: endVisit,
  },

  methods: {
    watch(loading: boolean) {
      const { work } = visitOf(this)
      if (loading && work.timers.length > 0) return
      work.timers.forEach(clearTimeout)
      work.timers = []
      if (!loading) return visitOf(this).show({ waited: '' })
      work.timers = [
        setTimeout(() => visitOf(this).show({ waited: 'some' }), SOME_MS),
        setTimeout(() => visitOf(this).show({ waited: 'long' }), LONG_MS),
      ]
    },

    onRetry() {
      this.triggerEvent('retry')
    },

    onHomeTap() {
      void goTo('home', {})
    },

    onCallTap() {
      void callPhone(this.data.phone)
    },

    onActTap() {
      this.triggerEvent('act')
    },
  },
})
