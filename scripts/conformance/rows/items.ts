import { type Caller } from '../call'
import { at, listAt, textAt } from '../read'
import { check, need, type Row } from '../row'

/** A list is paged as asked, and its pages follow each other. */
export async function checkPages(caller: Caller, no: number, body: object, key: string): Promise<readonly unknown[]> {
  const whole = await caller.json(no, { ...body, pageNo: 1, pageSize: 50 })
  const rows = listAt(whole, 'rows')
  const second = await caller.json(no, { ...body, pageNo: 2, pageSize: 1 })
  check(at(second, 'pageNo') === 2 && at(second, 'pageSize') === 1, 'the page is not the one that was asked for')
  const expected = rows.slice(1, 2).map((row) => textAt(row, key))
  const got = listAt(second, 'rows').map((row) => textAt(row, key))
  check(JSON.stringify(got) === JSON.stringify(expected), 'the second page does not follow the first')
  caller.answers.set(no, whole)
  return rows
}

const NOBODY = 'SX000000000000'

/** 事项 and 情形: everybody may read them. */
export const ITEM_ROWS: readonly Row[] = [
  {
    no: 33,
    async run({ caller, state }) {
      state.items.push(...(await checkPages(caller, 33, {}, 'itemId')))
      check(state.items.length > 0, 'the catalogue is empty')
    },
  },
  {
    no: 34,
    async run({ caller }) {
      const data = await caller.json(34, { count: 3 })
      check(listAt(data, 'rows').length <= 3, 'more matters than were asked for')
    },
  },
  {
    no: 35,
    async run({ caller, state }) {
      const name = textAt(need(state.items[0], 33), 'itemName')
      const rows = await checkPages(caller, 35, { keyword: name }, 'itemId')
      check(
        rows.some((row) => textAt(row, 'itemName') === name),
        'a matter is not found by its own name',
      )
      await caller.refusal(35, { keyword: '' }, '3001')
    },
  },
  {
    no: 3,
    async run({ caller, target: { itemId } }) {
      check(textAt(await caller.json(3, { itemId }), 'itemId') === itemId, 'another matter')
      await caller.refusal(3, { itemId: NOBODY }, '3002')
    },
  },
  {
    no: 1,
    async run({ caller, state, target: { itemId } }) {
      state.preparation.push(...listAt(await caller.json(1, { itemId }), 'rows'))
    },
  },
  {
    no: 2,
    async run({ caller, state }) {
      const material = state.preparation.find((row) => textAt(row, 'blankFlag') === '1')
      const materialId = textAt(need(material, 1), 'materialId')
      const { bytes, fileName } = await caller.download(2, { materialId, kind: '1' })
      check(bytes.length > 0 && fileName !== '', 'an empty file')
    },
  },
  {
    no: 12,
    async run({ caller, state, target: { itemId } }) {
      const data = await caller.json(12, { itemId })
      for (const situation of listAt(data, 'rows')) {
        const depends = textAt(situation, 'dependOptionIds')
        const shown = depends === '' || depends.split(',').some((id) => state.optionIds.includes(id))
        const option = listAt(situation, 'options').find((it) => textAt(it, 'blockFlag') !== '1')
        if (shown && option !== undefined) state.optionIds.push(textAt(option, 'optionId'))
      }
    },
  },
  {
    no: 13,
    async run({ caller, state, target: { itemId } }) {
      need(state.optionIds[0], 12)
      await caller.json(13, { itemId, optionIds: state.optionIds })
    },
  },
  {
    no: 11,
    async run({ caller, target: { itemId } }) {
      await caller.json(11, { itemId })
    },
  },
]
