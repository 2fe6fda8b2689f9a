import { askForReminders, type SubscriptionAnswer } from '../../platform/subscriptions'
import { keepConsent } from '../../services/inbox'
import { newId } from '../../services/new-id'
import { causeOf, failureOf } from '../../services/service-error'
import type { Reminders, ReminderUse } from '../../shared/domain/message'

interface Shown {
  /** What may still be sent, one line for each kind. */
  readonly lines: readonly string[]
  /** Label of the button; '' = the office has no subscription messages. */
  readonly action: string
}

const USE_TEXT: Readonly<Record<ReminderUse, string>> = { turn: '轮到您处理时', progress: '办理有进展时' }

function shownOf(reminders: Reminders): Shown {
  const some = reminders.some(({ left }) => left > 0)
  const line = ({ use, left }: Reminders[number]): string =>
    left === 0 ? `${USE_TEXT[use]}：还没有开启` : `${USE_TEXT[use]}：还可以提醒 ${left} 次`
  const lines = some ? reminders.map(line) : []
  return { lines, action: reminders.length === 0 ? '' : some ? '再加一次' : '开启' }
}

const ANSWER_TEXT: Readonly<Record<Exclude<SubscriptionAnswer['kind'], 'accepted'>, string>> = {
  refused: '没有开启微信提醒。进展仍会写在“消息”里。',
  'switched-off': '您在微信里关闭了订阅消息。想收到提醒，请点右上角“…”，在“设置”里打开“通知管理”。',
  failed: '微信没有打开提醒窗口，请稍后再试。进展仍会写在“消息”里。',
}

const NOTHING: Shown = { lines: [], action: '' }

/**
 * Offers subscription messages, and says how many may still be sent: each agreement pays for one. WeChat's window opens
 * after a tap, never by itself. `known` false: the page does not know; nothing is shown.
 */
Component({
  properties: {
    reminders: { type: Array, value: [] as Reminders },
    known: { type: Boolean, value: false },
  },

  data: { shown: NOTHING, offered: [] as Reminders, said: '', busy: false },

  observers: {
    reminders(reminders: Reminders) {
      this.setData({ offered: reminders, shown: shownOf(reminders) })
    },
  },

  methods: {
    async onTap() {
      if (this.data.busy) return
      this.setData({ busy: true, said: '' })
      const answer = await askForReminders(this.data.offered)
      const said = answer.kind === 'accepted' ? await this.keep(answer.uses) : ANSWER_TEXT[answer.kind]
      this.setData({ busy: false, said })
    },

    /** What is said about it. */
    async keep(uses: readonly ReminderUse[]): Promise<string> {
      try {
        const offered = await keepConsent(uses, newId())
        this.setData({ offered, shown: shownOf(offered) })
        return '已开启，每次同意可以提醒一次。'
      } catch (error) {
        return `提醒次数可能没有保存下来：${causeOf(failureOf(error))}。进展仍会写在“消息”里。`
      }
    },
  },
})
