import { plugIn, renderComponent, unplug } from '../../../../support/simulate'
import { PHOTO } from '../../../fixtures'

beforeEach(() => plugIn())
afterEach(unplug)

test('says of each material what is needed and in which form', async () => {
  const list = renderComponent('packages/matter/components/material-list/material-list', {
    materials: [
      { ...PHOTO, paperCopies: 1, documentForm: '原件', note: '白底' },
      { ...PHOTO, materialId: 'b', name: '健康证明', necessity: 'tolerated', promisable: true, promiseDays: 10 },
      { ...PHOTO, materialId: 'c', name: '身份证明', necessity: 'unknown', shareable: true, maxSizeBytes: 0 },
      { ...PHOTO, materialId: 'd', name: '执照', necessity: 'tolerated', promisable: true, promiseDays: 60 },
    ],
    commitments: [
      { kind: 'tolerance', days: 10, materials: [{ materialId: 'b', name: '健康证明' }] },
      { kind: 'promiseApproval', days: 60, materials: [{ materialId: 'd', name: '执照' }] },
    ],
  })
  await list.rest()
  const tags = list.all('.tag').map(({ text }) => text)
  expect(tags).toEqual(['必交', '可以后补', '能核验就免交', '可以后补'])
  expect(list.text).not.toContain('纸质 1 份')
  for (const row of list.all('.material-head')) await row.tap()
  const [photo, health, identity, licence] = list.all('.material').map(({ text }) => text)
  expect(photo).toContain('近期免冠照片原件必交必交原件，纸质 1 份jpg、png，单个不超过 2 MB，最多 2 个文件白底')
  expect(health).toContain('可容缺后补')
  expect(health).toContain('申报时可以承诺后补（容缺受理），受理后 10 个工作日内交齐')
  expect(licence).toContain('申报时可以承诺后补（承诺审批），承诺之日起 60 个工作日内交齐')
  expect(identity).toContain('以窗口为准')
  expect(identity).toContain('核验通过可以不交')
  expect(identity).not.toContain('0 MB')
})
