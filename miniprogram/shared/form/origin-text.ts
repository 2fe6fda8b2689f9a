import { formatBeijingDate } from '../domain/time'
import type { PrefillSource, ValueOrigin } from './apply-prefill'

const TEXT: Readonly<Record<PrefillSource, (day: string) => string>> = {
  account: () => '来自您的一网通账号',
  credit: (day) => `来自企业信用信息${day && `，查询于${day}`}`,
  previous: (day) => (day ? `来自您${day}填写的同一份表` : '来自您上次填写的同一份表'),
  situation: () => '来自您选择的办理情形',
  system: () => '系统自动填写',
  default: () => '默认值，可以修改',
}

/** A source as the applicant reads it, e.g. `来自企业信用信息，查询于2026年11月2日`. */
export const originText = ({ source, asOf }: ValueOrigin): string =>
  TEXT[source](asOf === undefined ? '' : formatBeijingDate(asOf))
