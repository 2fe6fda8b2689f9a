import { AppError, toReplyError } from '../../../cloudfunctions/kernel/errors'
import { obstacles } from '../../../cloudfunctions/domain/declaration/verdict'

test('an error has its bounds whatever it was made of', () => {
  const long = '长'.repeat(100_000)
  const fields = Array.from({ length: 1_000 }, (_, n) => ({ field: n === 0 ? long : `CL1.field_${n}`, message: long }))
  const detail = { fields, userMessage: long, upstream: { code: '3001', message: long } }
  const reply = toReplyError(new AppError('INVALID_INPUT', long, detail))
  expect(reply.fields).toHaveLength(50)
  expect(reply.fields?.[0]?.field).toBe('CL1.field_1')
  expect(reply.message).toHaveLength(401)
  expect(reply.upstream?.message).toHaveLength(401)
  expect(JSON.stringify(reply).length).toBeLessThan(25_000)
})

test('what keeps a declaration from being sent names the field, and nothing that stands in it', () => {
  const quoting = (code: string) => ({
    field: 'name',
    severity: 'error' as const,
    code,
    message: '第 3 个字（“王小”后面）看不见（U+200B），请把这里删掉，重新输入',
  })
  const problems = { CL1: [quoting('control'), quoting('emoji'), { ...quoting('required'), message: '请填写姓名' }] }
  const found = obstacles({ problems, missingMaterials: [], barred: '' })
  expect(found.map(({ field }) => field)).toEqual(['CL1.name', 'CL1.name', 'CL1.name'])
  expect(JSON.stringify(found)).not.toContain('王小')
  expect(found[2]?.message).toBe('请填写姓名')
})
