import { isLarge } from '../../platform/look'

/** 关怀模式 shows so many of a list, and so many more at a time. */
export const FEW = 5

/** What few-more asks for. */
export type FewMore = WechatMiniprogram.CustomEvent<{ readonly few: number }>

/** Nothing of a list is held back: what the server still has may be fetched. */
export const showsAll = (count: number, few: number): boolean => count <= few || !isLarge()
