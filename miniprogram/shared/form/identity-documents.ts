import { isIdCard } from './checksums'
import { toBareCode } from './codes'
import { matching, type Pattern, PATTERNS } from './patterns'

/** A document that proves who somebody is, as a form's 证件类型 names it. */
export interface IdentityDocument extends Omit<Pattern, 'clean'> {
  /** The option's label. */
  readonly label: string
}

/**
 * Value of the option → the document. Half-width capitals without blanks and signs are tested, as numbers are stored.
 * Formats: GB 11643-1999 (18 digits with a check character) for 居民身份证, for 港澳台居民居住证 (国办发〔2018〕81号: 公民身份号码
 * that begin with 81, 82, 83) and for the 外国人永久居留身份证 of 2023 (it begins with 9; before: three letters, twelve digits);
 * 出入境管理局's numbers for the two permits (also with the count of issues behind); ICAO 9303 for passports, with room for
 * the longer numbers of some countries.
 */
export const IDENTITY_DOCUMENTS: Readonly<Record<string, IdentityDocument>> = {
  id: { label: '居民身份证', ...PATTERNS['id-card'] },
  pass: {
    label: '护照',
    test: matching(/^[A-Z0-9]{5,17}$/),
    message: '护照号码应为 5 到 17 位字母或数字，请对照护照资料页核对',
  },
  hk: {
    label: '港澳居民来往内地通行证',
    test: matching(/^[HM]\d{8}(\d{2})?$/),
    message: '港澳居民来往内地通行证号码应为 H 或 M 加 8 位数字，请对照证件核对',
  },
  tw: {
    label: '台湾居民来往大陆通行证',
    test: matching(/^\d{8}$|^\d{10}[A-Z0-9]?$/),
    message: '台湾居民来往大陆通行证号码应为 8 位数字（旧证 10 位），请对照证件核对',
  },
  residence: {
    label: '港澳台居民居住证',
    test: (number, today) => /^8[123]/.test(number) && isIdCard(number, today),
    message: '港澳台居民居住证号码应为 81、82 或 83 开头的 18 位号码，请对照证件核对',
  },
  gpr: {
    label: '外国人永久居留身份证',
    test: (number, today) => /^[A-Z]{3}\d{12}$/.test(number) || (/^9/.test(number) && isIdCard(number, today)),
    message: '外国人永久居留身份证号码应为 9 开头的 18 位号码（旧证为 3 个字母加 12 位数字），请对照证件核对',
  },
}

/** Nobody has said which document: most numbers are of this one. */
const USUAL = 'id'

/** The number of any of them as it is stored: hyphens, blanks and brackets are no part of it. */
export const toDocumentNumber = toBareCode

/**
 * What is wrong with a number.
 * @param type value of 证件类型; an empty one is taken for 居民身份证
 * @param today Beijing day
 */
export function documentProblem(number: string, type: unknown, today: string): string | undefined {
  const document = IDENTITY_DOCUMENTS[typeof type === 'string' && type !== '' ? type : USUAL]
  if (document === undefined) return '这种证件的号码暂时无法核对，请联系窗口'
  return document.test(number, today) ? undefined : document.message
}
