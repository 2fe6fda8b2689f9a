import { otherPersons } from '../../miniprogram/shared/domain/applicant'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { NURSE, open, start } from './support/nurse'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())

test('a nurse who files in person under another name is found; the deployed functions give what it takes', async () => {
  const { draftId } = await start(nurse)
  const { version } = await open(nurse, draftId)
  const others = async () => {
    const { declaration } = await nurse.call('declaration.review', { draftId })
    return otherPersons(declaration.forms, declaration.facts).map(({ label }) => label)
  }
  expect(await others()).toEqual([])
  const forms = [{ materialId: NURSE.form, answers: { name: '祁远帆', id_no: '120104198803160038' } }]
  await nurse.call('declaration.save', { draftId, baseVersion: version, forms })
  expect(await others()).toEqual(['姓名', '证件号码'])
})
