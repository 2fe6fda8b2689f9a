import { isIdCard, isUscc } from './checksums'
import { toBareCode, toCasNumber, toClockTime, toEmail, toLicenceNumber, toLink, toPlate, toVehicleSize } from './codes'
import { isPhone, toPhone } from './phone-numbers'

/** A named pattern: the value test and what the citizen reads when it fails. Form files name it, never a free regex. */
export interface Pattern {
  /** A clean value. @param today Beijing day, for what is limited by it; without one no day is */
  readonly test: (value: string, today?: string) => boolean
  readonly message: string
  /** However it was typed → the one form in which it is stored (codes.ts). */
  readonly clean: (typed: string) => string
}

export const matching =
  (expression: RegExp) =>
  (value: string): boolean =>
    expression.test(value)

const define = <N extends string>(patterns: Readonly<Record<N, Pattern>>): Readonly<Record<N, Pattern>> => patterns

/** The number of a certificate that has no signs of its own. */
const bare = (expression: RegExp, message: string): Pattern => ({
  test: matching(expression),
  clean: toBareCode,
  message,
})

/** A number that has a form beyond its characters: in another than the stored one it is not the same value. */
const formed = (expression: RegExp, clean: Pattern['clean'], message: string): Pattern => ({
  test: (value) => expression.test(value) && clean(value) === value,
  clean,
  message,
})

export const PATTERNS = define({
  /** GB 11643-1999 with its check digit and a birth date that exists and can be somebody's. */
  'id-card': {
    test: isIdCard,
    clean: toBareCode,
    message: '身份证号码不正确，请核对 18 位号码（最后一位可能是 X）',
  },
  /** GB 32100-2015 with its check character. */
  uscc: {
    test: isUscc,
    clean: toBareCode,
    message: '统一社会信用代码不正确，请对照营业执照核对 18 位代码',
  },
  /** Passport, travel permit or permanent residence card, as the matters' forms allow: 5–20 letters and digits. */
  'travel-document': bare(/^[A-Z0-9]{5,20}$/, '证件号码应为 5 到 20 位字母或数字，请对照证件核对'),
  mobile: { test: matching(/^1[3-9]\d{9}$/), clean: toPhone, message: '手机号码应为 11 位数字，请核对' },
  /** Any number that can be dialled from here (phone-numbers.ts). */
  phone: {
    test: isPhone,
    clean: toPhone,
    message: '电话号码不正确，请填写一个 11 位手机号，或带区号的座机号（如 022-12345678）',
  },
  /** Atoms and labels between single dots as in RFC 5322, without quoting; other scripts by RFC 6531. */
  email: formed(
    /^(?:[^\s@.<>()[\]{}\\,;:"“”‘’，。；、（）《》]+\.)*[^\s@.<>()[\]{}\\,;:"“”‘’，。；、（）《》]+@(?:[A-Za-z0-9\u00c0-\u024f\u3400-\u9fff-]+\.)+[A-Za-z0-9\u00c0-\u024f\u3400-\u9fff-]{2,}$/,
    toEmail,
    '电子邮箱不正确，应类似 name@example.cn',
  ),
  zip: bare(/^\d{6}$/, '邮政编码应为 6 位数字'),
  /** 《医疗机构执业许可证》登记号: 22 characters now (organization 9, division 6, kinds and serial 7); older ones are shorter. */
  'medical-licence': bare(/^[0-9A-Z]{8,22}$/, '登记号应为 8 到 22 位数字或大写字母，请对照《医疗机构执业许可证》核对'),
  /** 护士执业证书编号: its digits begin with the year and the province; how many follow differs by year and province. */
  'nurse-certificate': bare(/^\d{12,16}$/, '护士执业证书编号应为 12 到 16 位数字，请对照证书核对'),
  /** 道路运输经营许可证编号: characters, letters, digits, the year in brackets (GB/T 9704-2012), hyphens. */
  'licence-number': formed(
    /^[\u3400-\u9fffA-Z0-9()〔〕./-]{6,40}$/,
    toLicenceNumber,
    '许可证编号应为 6 到 40 位汉字、字母或数字，请对照许可证核对',
  ),
  /** 机动车号牌 (GA 36-2018); the new-energy plates have one more character, some kinds a Chinese one at the end. */
  plate: {
    test: matching(/^[\u4e00-\u9fa5][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳试超使领]$/),
    clean: toPlate,
    message: '车牌号不正确，应类似“津A12345”，新能源车多一位，请对照行驶证核对',
  },
  /** 外廓尺寸 in millimetres, as the vehicle licence prints it. */
  'vehicle-size': {
    test: matching(/^\d{3,5}×\d{3,4}×\d{3,4}$/),
    clean: toVehicleSize,
    message: '外廓尺寸应写成“长×宽×高”（毫米），如 11980×2550×3990，请对照行驶证核对',
  },
  /** 道路运输从业人员从业资格证号. */
  'driver-certificate': bare(
    /^\d{17,19}[\dX]?$/,
    '从业资格证号应为 17 到 19 位数字（最后可以再有一位数字或 X），请对照证件核对',
  ),
  /** 网址，或网店平台的店铺标识. */
  'shop-link': formed(
    /^https?:\/\/.+|^(pdd|tmall|jd|wx)[.:].+/,
    toLink,
    '链接应以 http:// 或 https:// 开头，或写成“jd:店铺名”的样子，请核对',
  ),
  /** CAS registry number of a chemical, `64-17-5`. */
  'cas-number': {
    test: matching(/^\d{2,7}-\d{2}-\d$/),
    clean: toCasNumber,
    message: 'CAS 号应类似 64-17-5，请对照安全技术说明书核对',
  },
  /** 医师资格证书编码: year 4, province 2, level 1, kind 2 (older: fewer), then the ID number of 15 or 18 characters. */
  'physician-qualification': bare(/^[0-9A-Z]{24,27}$/, '医师资格证书编码应为 24 到 27 位字母或数字，请对照证书核对'),
  /** 医师执业证书编码: level 1, kind 2, division 6, serial 6. */
  'physician-licence': bare(/^\d{15}$/, '医师执业证书编码应为 15 位数字，请对照证书核对'),
  /** 船舶登记号: the number of the registration on the 船舶所有权登记证书, 12 digits; earlier ones differ by port. */
  'ship-registration': bare(/^[0-9A-Z]{6,20}$/, '船舶登记号应为 6 到 20 位字母或数字，请对照船舶所有权证书核对'),
  /** 船舶识别号: CN, the year of the keel 4, six digits, a check digit. */
  'ship-id': bare(/^CN\d{11}$/, '船舶识别号应为 CN 加 11 位数字，请对照证书核对'),
  /** 船检登记号. */
  'ship-survey': bare(/^[0-9A-Z]{8,16}$/, '船检登记号应为 8 到 16 位数字或大写字母，请对照检验证书核对'),
  /** A time of day, `22:00`. */
  'clock-time': {
    test: matching(/^([01]\d|2[0-3]):[0-5]\d$/),
    clean: toClockTime,
    message: '时间应写成 22:00 的样子',
  },
})

export type PatternName = keyof typeof PATTERNS

export function isPatternName(name: string): name is PatternName {
  return Object.prototype.hasOwnProperty.call(PATTERNS, name)
}
