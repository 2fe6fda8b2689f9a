import type { ConsentText } from '../../../../shared/domain/consent'

interface Question {
  readonly title: string
  readonly note: string
  readonly lines: readonly { readonly icon: string; readonly label: string; readonly text: string }[]
}

const SENSITIVE: Question = {
  title: '填写之前，请看一眼',
  note: '办事要用到敏感个人信息，需要您单独同意。不同意也能查事项、看指南，或到窗口办。',
  lines: [
    { icon: 'file', label: '会用到', text: '证件照片、健康体检证明、经历、签名这类敏感个人信息，看事项要什么' },
    { icon: 'secured', label: '用来做什么', text: '只送给一网通和办理部门，核对您能不能办；加密保存' },
    { icon: 'time', label: '存到什么时候', text: '文件送达后 7 天删除，草稿 180 天；随时可以撤回、删除' },
  ],
}

const CHANGED: Question = {
  title: '说明更新了，请看一眼',
  note: '隐私政策和用户协议有新的文本。同意以后接着办；不同意也能查事项、看指南，或到窗口办。',
  lines: [],
}

/** What is asked: for sensitive data by itself, never together with anything else (个人信息保护法 article 29, 2021-11-01). */
export const questionOf = (texts: readonly ConsentText[]): Question =>
  texts.includes('sensitive') ? SENSITIVE : CHANGED
