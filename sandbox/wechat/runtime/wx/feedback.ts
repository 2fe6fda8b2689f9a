import {
  hideLoading,
  hideToast,
  showActionSheet,
  showLoading,
  showModal,
  showToast,
} from '@tarojs/taro-h5/dist/api/ui/interaction/index.js'
import { type Options, settle } from './outcome'

interface ModalOptions extends Options {
  title?: string
  content?: string
  editable?: boolean
  placeholderText?: string
}

type ModalResult = { confirm: boolean; cancel: boolean; content?: string }

/** WeChat's own colour of 确定. */
const WECHAT_CONFIRM = '#576b95'

/** Taro's modal is bare for a screen reader. */
function announceModal(title: string): void {
  const box = document.querySelector('.taro__modal:last-of-type .taro-modal__content')
  box?.setAttribute('role', 'dialog')
  box?.setAttribute('aria-modal', 'true')
  box?.setAttribute('aria-label', title || '提示')
  for (const button of box?.querySelectorAll('.taro-model__btn') ?? []) {
    button.setAttribute('role', 'button')
    button.setAttribute('tabindex', '0')
  }
}

/** Taro draws the modal; an editable one gets a field of its own, whose text is the answer. */
async function modal(options: ModalOptions): Promise<ModalResult> {
  const { title = '', editable = false, placeholderText = '' } = options
  const content = editable ? '' : (options.content ?? '')
  const shown = showModal({ confirmColor: WECHAT_CONFIRM, ...withoutCallbacks(options), title, content })
  announceModal(title)
  const input = editable ? addModalInput(options.content ?? '', placeholderText) : undefined
  const result = await shown
  const answer = { confirm: result.confirm, cancel: result.cancel }
  return input ? { ...answer, content: result.confirm ? input.value : '' } : answer
}

function addModalInput(value: string, placeholder: string): HTMLTextAreaElement {
  const input = document.createElement('textarea')
  input.className = 'modal-input'
  input.value = value
  input.placeholder = placeholder
  const foot = document.querySelector('.taro-modal__foot')
  foot?.parentElement?.insertBefore(input, foot)
  foot?.addEventListener('click', () => setTimeout(() => input.remove()), { once: true })
  return input
}

function withoutCallbacks<T extends Options>(options: T): Omit<T, keyof Options> {
  const rest = { ...options }
  delete rest.success
  delete rest.fail
  delete rest.complete
  return rest
}

/** Toast, loading, modal and action sheet, drawn by Taro. */
export const feedback = {
  showToast: (options: Options & { title: string; icon?: string; duration?: number; mask?: boolean }): unknown =>
    settle('showToast', options, async () => {
      await showToast(withoutCallbacks(options))
      return {}
    }),
  hideToast: (options?: Options): unknown =>
    settle('hideToast', options, async () => {
      await hideToast({})
      return {}
    }),
  showLoading: (options: Options & { title: string }): unknown =>
    settle('showLoading', options, async () => {
      await showLoading(withoutCallbacks(options))
      return {}
    }),
  hideLoading: (options?: Options): unknown =>
    settle('hideLoading', options, async () => {
      await hideLoading({})
      return {}
    }),
  showModal: (options: ModalOptions = {}): unknown => settle('showModal', options, () => modal(options)),
  showActionSheet: (options: Options & { itemList: string[]; itemColor?: string }): unknown =>
    settle('showActionSheet', options, async () => {
      const { tapIndex } = await showActionSheet(withoutCallbacks(options)).catch(() => {
        throw new Error('cancel')
      })
      return { tapIndex }
    }),
}
