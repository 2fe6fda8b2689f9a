import fc from 'fast-check'
import { breakLines } from '../../../cloudfunctions/print/lines'

const measure = (character: string): number => (/[\u0020-\u00ff]/.test(character) ? 5 : 10)
const widthOf = (line: string): number => Array.from(line).reduce((sum, character) => sum + measure(character), 0)
const characters = fc.constantFrom(...'天地津，。（）《》 aA19-.😀𬭊\n')

test('nothing is lost, and no line is wider than the column', () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 200 }), fc.integer({ min: 10, max: 200 }), (parts, width) => {
      const text = parts.join('')
      const lines = breakLines(text, width, measure)
      expect(lines.join('')).toBe(text.replace(/\n/g, ''))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
  )
})

test.each([
  ['天津市滨海新区，虚构路', 70, ['天津市滨海新', '区，虚构路']],
  ['办理《申请表》的', 30, ['办理', '《申请', '表》的']],
  ['车辆 LFWSRXSJ0K 号', 60, ['车辆 ', 'LFWSRXSJ0K ', '号']],
  ['ABCDEFGHIJ', 20, ['ABCD', 'EFGH', 'IJ']],
  ['一\n\n二', 50, ['一', '', '二']],
  ['', 50, ['']],
])('%j in %i points', (text, width, lines) => {
  expect(breakLines(text, width, measure)).toEqual(lines)
})
