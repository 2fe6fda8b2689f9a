import type { IconName } from './icon-names'

/** The provider's topics are words that may change: what they are about is recognised. */
const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/交通|运输|车/, 'vehicle'],
  [/卫生|医疗|健康/, 'hospital'],
  [/劳动|人力|就业|社会保障/, 'usergroup'],
  [/城市|城管|市容|户外/, 'city'],
  [/新闻|出版|印刷/, 'book-open'],
  [/文化|旅游|文物/, 'theaters'],
  [/教育|学校/, 'education'],
  [/应急|安全/, 'secured'],
  [/绿化|园林/, 'forest'],
  [/生态|环境/, 'undertake-environment-protection'],
]

/** The icon of a topic (主题) of the catalogue; one that nobody knows has the icon of all matters. */
export const topicIcon = (topic: string): IconName => ICONS.find(([words]) => words.test(topic))?.[1] ?? 'app'
