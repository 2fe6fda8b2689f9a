import { cellText, type CellKind, TEXT_CELL } from '../kind/cell'
import { defineKind } from '../kind/define'
import { MISMATCH } from '../kind/kind'
import type { Field } from '../schema'
import { toPlain } from '../text'

const isDeclaration = ({ constraints }: Field): boolean => constraints?.mustBeTrue === true

const YES = ['是', '有', '1', 'y', 'yes', 'true', '√']
const NO = ['否', '无', '没有', '0', 'n', 'no', 'false', '×']
const ONLY = '只能填：是、否'

const YES_NO_CELL: CellKind = {
  ...TEXT_CELL,
  hint: () => ONLY,
  choices: () => ['是', '否'],
  read: (cell) => {
    const text = toPlain(cellText(cell)).toLowerCase()
    if (YES.includes(text)) return { raw: '1' }
    return NO.includes(text) ? { raw: '0' } : { message: ONLY }
  },
  write: (value) => (value === '1' ? '是' : '否'),
}

/** Yes or no as "1" or "0" (contract chapter 12); a declaration with `mustBeTrue` only as "1". */
export const kind = defineKind<'1' | '0'>({
  title: '是或否',
  ask: '请选择',
  limits: ['mustBeTrue'],
  mismatch: '请选择“是”或“否”',
  read: (raw) => {
    if (raw === '1' || raw === true) return '1'
    if (raw === '0' || raw === false) return '0'
    return MISMATCH
  },
  // Its label is the whole declaration: too long to repeat.
  missing: (field) => ({
    code: 'required',
    message: isDeclaration(field) ? '请阅读后勾选“我已阅读并同意”' : `请选择${field.label}`,
  }),
  check: (value, field) =>
    isDeclaration(field) && value !== '1' ? [{ code: 'mustBeTrue', message: '需要您确认并同意后才能提交' }] : [],
  show: (value, field) => {
    if (isDeclaration(field)) return value === '1' ? '已确认' : '未确认'
    return value === '1' ? '是' : '否'
  },
  control: () => ({ name: 'boolean' }),
  shape: () => ({ kind: 'choice', options: ['1', '0'] }),
  cell: YES_NO_CELL,
  fromSituation: ([option = ''], { prefill }) => prefill?.map?.[option] ?? { yes: '1', no: '0' }[option],
  example: () => '1',
})
