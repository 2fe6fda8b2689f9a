import type { BeijingTime } from '../shared/domain/time'
import { toast } from './feedback'
import { askWeChat } from './privacy'

const DAY_S = 24 * 3600

/**
 * Puts a deadline into the phone's own calendar, with a reminder a day ahead, and says so. The phone asks whether it may.
 * @param title what stands in the calendar, where others may see it: no name, no number
 */
export async function noteDeadline(title: string, deadline: BeijingTime): Promise<void> {
  const act = { act: '记到手机日历', otherwise: '也可以自己记在日历里。', phoneSetting: '日历' }
  const startTime = Math.floor(Date.parse(deadline) / 1000)
  const noted = await askWeChat(act, () => wx.addPhoneCalendar({ title, startTime, alarm: true, alarmOffset: DAY_S }))
  if (noted !== null) toast('已记到手机日历，提前一天提醒')
}
