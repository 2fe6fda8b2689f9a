import { maskCertNo } from '../masked'
import { ageText } from '../id-card-facts'
import { documentProblem, toDocumentNumber } from '../identity-documents'
import { TEXT_CELL } from '../kind/cell'
import { checkText, defineText, lineControl } from '../kind/text'

const LONGEST = 20

/** The number of the document that proves who somebody is: of an ID card, or of what `documentType` names. */
export const kind = defineText({
  title: '证件号码',
  mismatch: '请填写证件号码',
  maxLength: LONGEST,
  limits: ['documentType'],
  store: toDocumentNumber,
  check: (value, field, env) => {
    const { documentType, patternWhen } = field.constraints ?? {}
    if (patternWhen !== undefined) return checkText(value, field, env, { maxLength: LONGEST, pattern: 'id-card' })
    const findings = checkText(value, field, env, { maxLength: LONGEST })
    const wrong = documentProblem(value, documentType === undefined ? '' : env.valueOf(documentType), env.today)
    return findings.length > 0 || wrong === undefined ? findings : [{ code: 'pattern', message: wrong }]
  },
  // Not the idcard keyboard: the same field holds passport numbers when the form allows them.
  control: lineControl({ placeholder: '请填写证件号码' }),
  cell: { ...TEXT_CELL, hint: () => '证件号码，单元格格式须为“文本”' },
  masked: maskCertNo,
  note: ageText,
  example: () => '120116199607210042',
})
