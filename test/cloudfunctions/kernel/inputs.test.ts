import * as v from 'valibot'
import { answers } from '../../../cloudfunctions/kernel/inputs'
import { LARGEST_VALUE } from '../../../miniprogram/shared/form'

test('the longest value that a page sends passes the input check and fits into one cloud call', () => {
  // Two quotation marks are part of the JSON that is counted.
  const longest = { home_addr: '字'.repeat(LARGEST_VALUE - 2) }
  expect(v.safeParse(answers, longest).success).toBe(true)
  expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(100 * 1024)
  expect(v.safeParse(answers, { home_addr: '字'.repeat(LARGEST_VALUE + 1) }).success).toBe(false)
})
