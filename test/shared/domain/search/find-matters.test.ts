import { allMatters } from '../../../../cloudfunctions/matters'
import type { MatterBrief } from '../../../../miniprogram/shared/domain/matter'
import { findMatters, fitOf, fullNameOf } from '../../../../miniprogram/shared/domain/search/find-matters'
import { placesInOrder, placesWithInitial } from '../../../../miniprogram/shared/domain/search/letters'
import { shorterWords } from '../../../../miniprogram/shared/domain/search/shorter-words'

/** The office's matters, as the catalogue would list them. */
const MATTERS: readonly MatterBrief[] = allMatters().map((matter) => ({
  matterId: matter.slug,
  name: matter.name,
  shortName: matter.shortName,
  ...(matter.label === undefined ? {} : { label: matter.label }),
  initials: [matter.initials.short, matter.initials.full],
  typeLabel: matter.type,
  subjects: ['enterprise'],
  department: `天津高新区政务服务办（${matter.field}事权）`,
  theme: matter.field,
  hasSituations: true,
  fileable: true,
}))

const found = (query: string) => findMatters(MATTERS, query).map(({ matterId }) => matterId)
const bySlug = (slug: string): MatterBrief => {
  const matter = MATTERS.find(({ matterId }) => matterId === slug)
  if (matter === undefined) throw new Error(slug)
  return matter
}
/** The letters of the names that a query finds. */
const marked = (slug: string, query: string) => {
  const matter = bySlug(slug)
  const fit = fitOf(matter, query)
  const letters = (name: string, places: readonly number[] = []) => places.map((at) => name.charAt(at)).join('')
  return [letters(matter.shortName, fit?.short), letters(fullNameOf(matter), fit?.full)]
}

test.each([
  ['护士', 'nurse-registration'],
  ['护士注册', 'nurse-registration'],
  ['道路货物运输经营许可（危险货物除外）', 'road-freight'],
  ['道路货物运输经营许可(危险货物除外)', 'road-freight'],
  ['许可 货物', 'road-freight'],
  ['货运', 'road-freight'],
  ['自学考试', 'private-school'],
  ['自觉考试', 'private-school'],
  ['Ａ类', 'outdoor-ad-facility'],
  ['b类', 'temp-slogan'],
  ['hs', 'nurse-registration'],
  ['HSZYZC', 'nurse-registration'],
  ['hszc', 'nurse-registration'],
  ['ｈｓ', 'nurse-registration'],
  ['dlysxk', 'road-freight'],
  ['dlhy', 'road-freight'],
  ['mbxx', 'private-school'],
  ['whp', 'hazchem-operation'],
  ['cbgl ba', 'ship-manager-change-filing'],
])('%s finds first %s', (query, slug) => {
  expect(found(query)[0]).toBe(slug)
})

test('nothing fits nothing, and what is nowhere is not found', () => {
  expect(found('')).toEqual([])
  expect(found('   ')).toEqual([])
  expect(found('出国护照')).toEqual([])
  expect(found('zzzz')).toEqual([])
  expect(found('护士 船舶')).toEqual([])
})

test('a theme finds all its matters', () => {
  const field = bySlug('nurse-registration').theme ?? ''
  expect(found(field)).toEqual(
    expect.arrayContaining(MATTERS.filter(({ theme }) => theme === field).map((m) => m.matterId)),
  )
})

test('two initials are looked for at the beginning and within the short name only: elsewhere they meet by chance', () => {
  expect(found('hs')).toEqual(['nurse-registration'])
  expect(found('hw')).toEqual(['outdoor-ad-facility', 'temp-slogan'])
  expect(found('zc')).toEqual(
    expect.arrayContaining(['village-doctor-first-registration', 'nurse-registration', 'physician-registration']),
  )
})

test('the letters that were found are marked, through initials too', () => {
  expect(marked('nurse-registration', '护士注册')).toEqual(['护士注册', '护士注册'])
  expect(marked('nurse-registration', 'hs')).toEqual(['护士', '护士'])
  expect(marked('outdoor-ad-facility', 'hwggssxkal')).toEqual(['户外广告设施许可A类', ''])
  expect(marked('road-freight', '货物运输')).toEqual(['', '货物运输'])
  expect(marked('ship-management', '经营许可')).toEqual(['', '经营许可经营许可'])
  expect(marked('private-school', '自觉')).toEqual(['', ''])
  expect(marked('road-freight', '许可 道路')).toEqual(['道路许可', '道路许可'])
})

test('letters that stand apart are marked as close together as they come', () => {
  expect(placesInOrder('ab', 'a..a.b.ab')).toEqual([7, 8])
  expect(placesInOrder('ab', 'a...b', 4)).toBeNull()
  expect(placesInOrder('ba', 'ab')).toBeNull()
})

test('every matter has an initial for each letter of its names', () => {
  for (const matter of MATTERS) {
    const [short = '', full = ''] = matter.initials ?? []
    expect([matter.matterId, placesWithInitial(matter.shortName).length]).toEqual([matter.matterId, short.length])
    expect([matter.matterId, placesWithInitial(fullNameOf(matter)).length]).toEqual([matter.matterId, full.length])
  }
})

test.each([
  ['护士资格证', ['护士']],
  ['护士 驾照', ['护士']],
  ['hszyzcbl', ['hszyzc']],
  ['出国护照', []],
  ['驾驶许可', []],
])('%s: shorter words that help', (query, words) => {
  expect(shorterWords(MATTERS, query)).toEqual(words)
})

test('a whole sentence leads to words of it, each of which finds something', () => {
  const words = shorterWords(MATTERS, '我想办理民办学校的营业执照和户外广告牌')
  expect(words).toEqual(expect.arrayContaining(['户外广告', '民办学校的']))
  expect(words.length).toBeLessThanOrEqual(4)
  for (const word of words) expect(found(word).length).toBeGreaterThan(0)
})
