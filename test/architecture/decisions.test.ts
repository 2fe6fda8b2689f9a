import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/build/paths'

const folder = join(ROOT, 'docs', 'adr')
const decisions = readdirSync(folder).filter((name) => name.endsWith('.md'))

test.each(decisions)('%s has its number, its status and its date', (name) => {
  const [title = '', , status = ''] = readFileSync(join(folder, name), 'utf8').split('\n')
  expect(title).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`))
  expect(status).toMatch(/^(Accepted|Replaced by \[\d{4}\]\(\S+\)), 20\d\d-\d\d-\d\d\./)
})

test('they are numbered without a gap', () => {
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, n) => n + 1))
})
