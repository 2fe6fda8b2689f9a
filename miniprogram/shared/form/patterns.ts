import { isIdCard, isUscc } from './checksums'

/** A named pattern: the value test and what the citizen reads when it fails. Form files name it, never a free regex. */
export interface Pattern {
  readonly test: (value: string) => boolean
  readonly message: string
  /** A number or code: stored half-width, without blanks, in capitals, however it was typed. */
  readonly code?: true
}

export const matching =
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
  zip: { test: matching(/^\d{6}$/), code: true, message: '邮政编码应为 6 位数字' },
  /** 《医疗机构执业许可证》登记号. */
  'medical-licence': {
    test: matching(/^[0-9A-Z]{8,22}$/),
    code: true,
    message: '登记号应为 8 到 22 位数字或大写字母，请对照《医疗机构执业许可证》核对',
  },
  /** 护士执业证书编号. */
  'nurse-certificate': {
    test: matching(/^\d{12,16}$/),
    code: true,
    message: '护士执业证书编号应为 12 到 16 位数字，请对照证书核对',
  },
  /** 道路运输经营许可证编号: characters, letters, digits, brackets and hyphens. */
  'licence-number': {
    test: matching(/^[\u4e00-\u9fa5A-Za-z0-9()（）-]{6,40}$/),
    message: '许可证编号应为 6 到 40 位汉字、字母或数字，请对照许可证核对',
  },
  /** 机动车号牌 (GA 36); the new-energy plates have one more character. */
  plate: {
    test: matching(/^[\u4e00-\u9fa5][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$/),
    code: true,
    message: '车牌号不正确，应类似“津A12345”，新能源车多一位，请对照行驶证核对',
  },
  /** 外廓尺寸 in millimetres, as the vehicle licence prints it. */
  'vehicle-size': {
    test: matching(/^\d{3,5}[×xX*]\d{3,4}[×xX*]\d{3,4}$/),
    code: true,
    message: '外廓尺寸应写成“长×宽×高”（毫米），如 11980×2550×3990，请对照行驶证核对',
  },
  /** 道路运输从业人员从业资格证号. */
  'driver-certificate': {
    test: matching(/^\d{17,19}[\dXx]?$/),
    code: true,
    message: '从业资格证号应为 17 到 19 位数字（最后可以再有一位数字或 X），请对照证件核对',
  },
  /** 网址，或网店平台的店铺标识. */
  'shop-link': {
    test: matching(/^https?:\/\/.+|^(pdd|tmall|jd|wx)[.:].+/),
    message: '链接应以 http:// 或 https:// 开头，或写成“jd:店铺名”的样子，请核对',
  },
  /** CAS registry number of a chemical, `64-17-5`. */
  'cas-number': {
    test: matching(/^\d{2,7}-\d{2}-\d$/),
    code: true,
    message: 'CAS 号应类似 64-17-5，请对照安全技术说明书核对',
  },
  /** 医师资格证书编码. */
  'physician-qualification': {
    test: matching(/^[0-9A-Za-z]{24,27}$/),
    message: '医师资格证书编码应为 24 到 27 位字母或数字，请对照证书核对',
  },
  /** 医师执业证书编码. */
  'physician-licence': {
    test: matching(/^\d{15}$/),
    code: true,
    message: '医师执业证书编码应为 15 位数字，请对照证书核对',
  },
  /** 船舶登记号. */
  'ship-registration': {
    test: matching(/^[0-9A-Za-z]{6,20}$/),
    message: '船舶登记号应为 6 到 20 位字母或数字，请对照船舶所有权证书核对',
  },
  /** 船舶识别号. */
  'ship-id': { test: matching(/^CN\d{11}$/), code: true, message: '船舶识别号应为 CN 加 11 位数字，请对照证书核对' },
  /** 船检登记号. */
  'ship-survey': {
    test: matching(/^[0-9A-Z]{8,16}$/),
    code: true,
    message: '船检登记号应为 8 到 16 位数字或大写字母，请对照检验证书核对',
  },
  /** A time of day, `22:00`. */
  'clock-time': { test: matching(/^([01]\d|2[0-3]):[0-5]\d$/), code: true, message: '时间应写成 22:00 的样子' },
})

export type PatternName = keyof typeof PATTERNS

export function isPatternName(name: string): name is PatternName {
  return Object.prototype.hasOwnProperty.call(PATTERNS, name)
}
