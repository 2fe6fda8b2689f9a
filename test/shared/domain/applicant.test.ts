import { otherPersons } from '../../../miniprogram/shared/domain/applicant'
import type { DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import type { Answers } from '../../../miniprogram/shared/form'
import { matterForms } from '../../../cloudfunctions/matters/forms'

/** 护士执业注册. */
const [SCHEMA] = matterForms('SX120116000014')
const ACCOUNT = { subject_type: 'person', real_name: '虞青禾', id_card: '12011619960721004X' }
const found = (answers: Answers, facts: Partial<Pick<DeclarationFacts, 'account' | 'situation'>> = {}) =>
  otherPersons(SCHEMA ? [{ materialId: 'CL1', schema: SCHEMA, answers }] : [], {
    account: ACCOUNT,
    situation: {},
    ...facts,
  })

test('who is somebody else is named, by field', () => {
  expect(found({ name: '祁远帆', id_no: '12011619960721004X' })).toEqual([
    { materialId: 'CL1', fieldId: 'name', label: '姓名' },
  ])
  expect(found({ name: '虞青禾', id_no: '120104198803160038' }).map(({ fieldId }) => fieldId)).toEqual(['id_no'])
})

test('blanks, the case of x, an empty field and what the account does not say are no other person', () => {
  expect(found({ name: ' 虞青禾 ', id_no: '12011619960721004x' })).toEqual([])
  expect(found({ name: '', id_no: null })).toEqual([])
  expect(found({ name: '祁远帆' }, { account: { subject_type: 'person', real_name: null } })).toEqual([])
})

test('an institution that files for its people names others by intention; an enterprise is nobody', () => {
  const other = { name: '祁远帆' }
  expect(found(other, { situation: { apply_by: ['self'] } })).toHaveLength(1)
  expect(found(other, { situation: { apply_by: ['org'] } })).toEqual([])
  expect(found(other, { account: { ...ACCOUNT, subject_type: 'enterprise' } })).toEqual([])
})
