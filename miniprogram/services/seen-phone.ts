import { readSetting, writeSetting } from '../platform/storage'
import { HOTLINE } from '../shared/domain/hotline'
import type { MatterGuide, OfficeWindow } from '../shared/domain/matter'

/** Answers that name the window's telephone: all matters are served at one window. */
interface NamesPhone {
  readonly phone?: string
  readonly guide?: MatterGuide
  readonly guidance?: { readonly window?: OfficeWindow }
}

/** The window's telephone as the latest answer named it, kept on this phone for days on which nothing answers; '' = never seen. */
export const seenPhone = (): string => readSetting('window.phone') ?? ''

/** Whom to call when something does not work: the window, or the city's hotline while its number was never seen. */
export const phoneForHelp = (): string => seenPhone() || HOTLINE

/** Keeps the telephone of an answer that carries one; other answers change nothing. */
export function notePhone(data: object): void {
  const { phone, guide, guidance } = data as NamesPhone
  const named = phone || guide?.phone || guidance?.window?.phone
  if (typeof named === 'string' && named !== seenPhone()) writeSetting('window.phone', named)
}
