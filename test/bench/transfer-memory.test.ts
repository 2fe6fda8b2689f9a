import { transferMemory } from '../../bench/transfer-memory'

test('20 MB through the deployed transfer stay within the promised memory', async () => {
  expect(await transferMemory()).toEqual([expect.objectContaining({ holds: true })])
}, 60_000)
