import { isIdCard, isUscc } from './checksums'

/** A named pattern: the value test and what the citizen reads when it fails. Form files name it, never a free regex. */
export interface Pattern {
  readonly test: (value: string) => boolean
  readonly message: string
}

const matching =
  (expression: RegExp) =>
  (value: string): boolean =>
    expression.test(value)

const define = <N extends string>(patterns: Readonly<Record<N, Pattern>>): Readonly<Record<N, Pattern>> => patterns

export const PATTERNS = define({
  /** GB 11643-1999 with its check digit and a birth date that exists. */
  'id-card': { test: isIdCard, message: '身份证号码不正确，请核对 18 位号码（最后一位可能是 X）' },
  /** GB 32100-2015 with its check character. */
  uscc: { test: isUscc, message: '统一社会信用代码不正确，请对照营业执照核对 18 位代码' },
  /** Passport, travel permit or permanent residence card, as the matters' forms allow: 5–20 letters, digits, brackets. */
  'travel-document': {
    test: matching(/^[A-Za-z0-9()]{5,20}$/),
    message: '证件号码应为 5 到 20 位字母或数字，请对照证件核对',
  },
  mobile: { test: matching(/^1[3-9]\d{9}$/), message: '手机号码应为 11 位数字，请核对' },
  /** Mobile, fixed line with area code (and extension), or 400 number. */
  phone: {
    test: matching(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/),
    message: '电话号码不正确，请填写 11 位手机号，或带区号的座机号（如 022-12345678）',
  },
  email: { test: matching(/^[^@\s]+@[^@\s]+\.[^@\s]{2,}$/), message: '电子邮箱不正确，应类似 name@example.cn' },
  zip: { test: matching(/^\d{6}$/), message: '邮政编码应为 6 位数字' },
  /** 《医疗机构执业许可证》登记号. */
  'medical-licence': {
    test: matching(/^[0-9A-Z]{8,22}$/),
    message: '登记号应为 8 到 22 位数字或大写字母，请对照《医疗机构执业许可证》核对',
  },
  /** 护士执业证书编号. */
  'nurse-certificate': {
    test: matching(/^\d{12,16}$/),
    message: '护士执业证书编号应为 12 到 16 位数字，请对照证书核对',
  },
  /** A time of day, `22:00`. */
  'clock-time': { test: matching(/^([01]\d|2[0-3]):[0-5]\d$/), message: '时间应写成 22:00 的样子' },
})

export type PatternName = keyof typeof PATTERNS

export function isPatternName(name: string): name is PatternName {
  return Object.prototype.hasOwnProperty.call(PATTERNS, name)
}
