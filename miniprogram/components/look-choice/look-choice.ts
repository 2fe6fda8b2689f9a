import { showLook } from '../../behaviors/look'
import { keepSize, keepTheme, lookNow, type TextSize, type ThemeChoice } from '../../platform/look'

const SIZES: readonly { readonly value: TextSize; readonly label: string; readonly spoken: string }[] = [
  { value: 'normal', label: '标准', spoken: '标准' },
  { value: 'large', label: '大字', spoken: '大字，关怀模式' },
  { value: 'largest', label: '特大', spoken: '特大字，关怀模式' },
]
const THEMES: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'system', label: '跟随手机' },
  { value: 'light', label: '总是浅色' },
  { value: 'dark', label: '总是深色' },
]

const labelIn = (choices: readonly { readonly value: string; readonly label: string }[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? ''

type Tap<Value> = WechatMiniprogram.TouchEvent<object, object, { value: Value }>

/** How the pages look: size of the text (关怀模式), light or dark. Kept on this phone, for whoever uses it. Event: open (a choice). */
Component({
  data: {
    sizes: SIZES,
    themes: THEMES,
    size: 'normal' as TextSize,
    sizeLabel: '',
    theme: 'system' as ThemeChoice,
    themeLabel: '',
    unkept: false,
  },

  lifetimes: {
    attached() {
      this.read()
    },
  },

  pageLifetimes: {
    show() {
      this.read()
    },
  },

  methods: {
    read() {
      const { size, choice } = lookNow()
      this.setData({ size, sizeLabel: labelIn(SIZES, size), theme: choice, themeLabel: labelIn(THEMES, choice) })
    },

    onFold({ detail }: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
      if (detail.open) this.triggerEvent('open')
    },

    onSizeTap(event: Tap<TextSize>) {
      this.setData({ unkept: !keepSize(event.currentTarget.dataset.value) })
      this.read()
      showLook()
    },

    onThemeTap(event: Tap<ThemeChoice>) {
      this.setData({ unkept: !keepTheme(event.currentTarget.dataset.value) })
      this.read()
      showLook()
    },
  },
})
