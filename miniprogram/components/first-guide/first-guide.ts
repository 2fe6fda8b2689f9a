import { phoneForHelp } from '../../services/seen-phone'

/** One picture and one thought each; the pictures are drawn in the template. */
const CARDS = [
  { title: '先知道要准备什么', text: '答几个问题，只列出您要交的；\n能核验到的，就不用交。' },
  { title: '填到哪里，记到哪里', text: '断网时填的，先存在手机上。\n没点“提交申请”，就没有交给窗口。' },
  { title: '橙色就是轮到您', text: '别的时候窗口在办，您不用管。\n字太小，可以开“关怀版”。' },
] as const

const viewOf = (index: number) => ({
  index,
  ...(CARDS[index] ?? CARDS[0]),
  last: index === CARDS.length - 1,
  spoken: `第 ${index + 1} 张，共 ${CARDS.length} 张`,
})

/** 怎样用: three cards for who is here for the first time. It fills the page. Event: done {} (read, or skipped). */
Component({
  properties: {
    /** 关怀模式: the words and the telephone; the picture has no room on one screen. */
    large: { type: Boolean, value: false },
  },

  data: { view: viewOf(0), dots: CARDS.map(({ title }) => title), phone: '' },

  lifetimes: {
    attached() {
      this.setData({ phone: phoneForHelp() })
    },
  },

  methods: {
    onNextTap() {
      const { index, last } = this.data.view
      if (last) this.triggerEvent('done', {})
      else this.setData({ view: viewOf(index + 1) })
    },

    onSkipTap() {
      this.triggerEvent('done', {})
    },
  },
})
