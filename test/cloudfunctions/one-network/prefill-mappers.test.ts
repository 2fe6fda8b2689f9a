import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { toCreditFacts } from '../../../cloudfunctions/one-network/mappers/credit'
import { toPreviousFiling } from '../../../cloudfunctions/one-network/mappers/previous-filing'

interface Examples {
  readonly [name: string]: { readonly value: { readonly data: object } }
}

/** `data` of an example answer of the contract. */
function example(path: string, name: string): never {
  const contract = load(readFileSync('docs/one-network/openapi.yaml', 'utf8')) as {
    paths: Record<
      string,
      { post: { responses: { 200: { content: { 'application/json': { examples: Examples } } } } } } | undefined
    >
  }
  const found = contract.paths[path]?.post.responses[200].content['application/json'].examples[name]
  if (!found) throw new Error(`no example ${name}`)
  return found.value.data as never
}

const CREDIT = '/api/v1/credit/enterprise'
const LATEST = '/api/v1/forms/latest'

test('the contract’s example of an enterprise becomes plain facts', () => {
  expect(toCreditFacts(example(CREDIT, 'good'))).toEqual({
    ent_name: '天津星槎速达货运有限公司',
    uscc: '91120116MA0FXN011B',
    ent_type: 'llc',
    legal_person: '沈知舟',
    address: '天津市滨海高新区虚构一路 18 号 3 层 301',
    reg_capital: '500',
    est_date: '2021-05-18',
    biz_scope: '道路货物运输（不含危险货物）；装卸搬运；国内货物运输代理。',
    dishonest: '0',
  })
  expect(toCreditFacts(example(CREDIT, 'notFound'))).toBeUndefined()
})

test('a serious record, or a court that enforces against the enterprise, is a dishonesty record', () => {
  expect(toCreditFacts(example(CREDIT, 'poor'))?.dishonest).toBe('1')
  const good = { ...(example(CREDIT, 'good') as object), foundFlag: '1' as const }
  const dishonestExecuted = [{ courtCaseNo: '（2025）津虚执 0012 号' }]
  expect(toCreditFacts({ ...good, dishonestExecuted })?.dishonest).toBe('1')
  expect(toCreditFacts({ ...good, dishonestExecuted: null, dishonestFlag: null })?.dishonest).toBe('0')
})

test.each([
  ['500.00万人民币', '500'],
  ['1,200.5 万元人民币', '1200.5'],
  ['1.20亿元人民币', '12000'],
  ['5000000元', '500'],
  ['30万元整', '30'],
  ['100.00万美元', null],
  ['伍佰万元', null],
  ['-5万元', null],
  ['', null],
])('a capital of %j is %j 万元', (regCapital, expected) => {
  expect(toCreditFacts({ foundFlag: '1', regCapital })?.reg_capital).toBe(expected)
})

test.each([
  ['有限责任公司(自然人独资)', 'llc'],
  ['其他股份有限公司(非上市)', 'jsc'],
  ['个人独资企业', 'sole'],
  ['个体工商户', 'individual_biz'],
  ['有限合伙企业', 'partnership'],
  ['有限责任公司(外商投资、非独资)', null],
  ['有限责任公司(国有控股)', null],
  ['农民专业合作社', 'coop'],
  ['没有见过的类型', null],
])('the type %j is %j', (entType, expected) => {
  expect(toCreditFacts({ foundFlag: '1', entType })?.ent_type).toBe(expected)
})

test('the contract’s example of an earlier filing keeps its values, its day and its declaration', () => {
  const filing = toPreviousFiling(example(LATEST, 'draft'))
  expect(filing).toMatchObject({ savedOn: '2026-08-17', declareNo: 'SB20260817120116000011' })
  expect(filing?.formData).toMatchObject({ reg_capital: 500, apply_scope: ['general', 'reefer'] })
  expect(toPreviousFiling(example(LATEST, 'none'))).toBeUndefined()
})

test('whatever comes instead, nothing throws', () => {
  fc.assert(
    fc.property(fc.object(), (wire) => {
      toCreditFacts({ ...wire, foundFlag: '1' })
      toPreviousFiling(wire)
    }),
  )
  expect(toPreviousFiling({ formData: [] as never })).toBeUndefined()
})
