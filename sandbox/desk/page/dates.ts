/** Beijing texts of the desk's API (`yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss`) as an officer reads them. */

/** `11月23日`. */
export function shortDay(text: string): string {
  const [, month = '', day = ''] = text.slice(0, 10).split('-')
  return `${Number(month)}月${Number(day)}日`
}

/** `11月23日 15:30`; a day without a time stays one. */
export const shortTime = (text: string): string => [shortDay(text), text.slice(11, 16)].filter(Boolean).join(' ')

/** `12月3日 17:00 到期`, `已过期（11月23日 17:00）`. */
export const dueWords = ({ due, overdue }: { readonly due: string; readonly overdue: boolean }): string =>
  overdue ? `已过期（${shortTime(due)}）` : `${shortTime(due)} 到期`

/** The time of day of an instant, `09:41:06`. */
export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
