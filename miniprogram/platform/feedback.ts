/** --color-primary of styles/tokens.wxss; wx.showModal takes no CSS variable, and its own green has too little contrast. */
const PRIMARY = '#0a56c2'

/** Says in one short sentence what just happened; disappears by itself. */
export function toast(message: string): void {
  void wx.showToast({ title: message, icon: 'none', duration: 2500 })
}

export interface Question {
  readonly title: string
  readonly content: string
  /** At most 4 characters (limit of wx.showModal). */
  readonly confirmText?: string
  readonly cancelText?: string
}

/** Asks before something that cannot be undone; true when the citizen agreed. */
export async function confirm(question: Question): Promise<boolean> {
  const { confirm: agreed } = await wx.showModal({
    title: question.title,
    content: question.content,
    confirmText: question.confirmText ?? '确定',
    cancelText: question.cancelText ?? '取消',
    confirmColor: PRIMARY,
  })
  return agreed
}

/** A message that stays until the citizen has read it. */
export async function tell(title: string, content: string): Promise<void> {
  await wx.showModal({ title, content, showCancel: false, confirmText: '知道了', confirmColor: PRIMARY })
}

/** Covers the page while `work` runs; the cover always goes away. */
export async function withLoading<T>(message: string, work: () => Promise<T>): Promise<T> {
  void wx.showLoading({ title: message, mask: true })
  try {
    return await work()
  } finally {
    void wx.hideLoading()
  }
}

/** Takes the cover away before `work` has ended: something else asks for the citizen meanwhile. */
export const endLoading = (): void => void wx.hideLoading()

/** A short tap in the hand: something got through. A phone that cannot do it stays still. */
export function tick(): void {
  wx.vibrateShort({ type: 'medium', fail: () => undefined })
}
