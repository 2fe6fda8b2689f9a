import { randomUUID } from 'node:crypto'
import { listAt, textAt } from '../read'
import { check, need, type Row } from '../row'

const COMPLETED = '90'

/** 评价: of a completed case that nobody has rated. The sandbox has one from the first day. */
export const EVALUATION_ROWS: readonly Row[] = [
  {
    no: 29,
    async run({ caller, state }) {
      const finished = listAt(await caller.json(19, { category: '3', pageNo: 1, pageSize: 50 }), 'rows')
      const completed = finished.filter((row) => textAt(row, 'caseStatus') === COMPLETED)
      need(completed[0], 19)
      for (const row of completed) {
        const caseNo = textAt(row, 'caseNo')
        const data = await caller.json(29, { caseNo })
        if (textAt(data, 'evaluatedFlag') === '0' && textAt(data, 'evaluableFlag') === '1') state.ratable ??= caseNo
      }
    },
  },
  {
    no: 31,
    async run({ caller }) {
      const levels = listAt(await caller.json(31, {}), 'levels')
      const wrong = levels.flatMap((level) =>
        listAt(level, 'options').filter((it) => !textAt(it, 'optionCode').startsWith(textAt(level, 'score'))),
      )
      check(levels.length > 0 && wrong.length === 0, 'an option’s first digit is not its level')
    },
  },
  {
    no: 30,
    writes: true,
    async run({ caller, state }) {
      const caseNo = need(state.ratable, 29)
      const level = listAt(caller.answers.get(31), 'levels').find((it) => textAt(it, 'score') === '5')
      const optionCode = textAt(need(level, 31), 'options', 0, 'optionCode')
      await caller.refusal(30, { requestNo: randomUUID(), caseNo, score: 1, optionCodes: [] }, '6003')
      const body = { requestNo: randomUUID(), caseNo, score: 5, optionCodes: optionCode === '' ? [] : [optionCode] }
      await caller.json(30, body)
      check(textAt(await caller.json(30, body), 'duplicate') === '1', 'a repetition is not called one')
      await caller.refusal(30, { ...body, requestNo: randomUUID() }, '6001')
      check(textAt(await caller.json(29, { caseNo }), 'evaluatedFlag') === '1', 'the rating cannot be read')
    },
  },
]
