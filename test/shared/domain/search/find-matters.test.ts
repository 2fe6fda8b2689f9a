import fc from 'fast-check'
import { allMatters } from '../../../../cloudfunctions/matters'
import { PINYIN } from '../../../../cloudfunctions/matters/pinyin.generated'
import type { MatterBrief } from '../../../../miniprogram/shared/domain/matter'
import { entryOf, fullNameOf, placesFound, scoreOf } from '../../../../miniprogram/shared/domain/search/entry'
import { SCORE } from '../../../../miniprogram/shared/domain/search/fit-name'
import { keywordOf, lettersOf, wordsOf } from '../../../../miniprogram/shared/domain/search/letters'
import { isNear, MatterIndex } from '../../../../miniprogram/shared/domain/search/matter-index'
import { startInOrder } from '../../../../miniprogram/shared/domain/search/places'
import { shorterWords } from '../../../../miniprogram/shared/domain/search/shorter-words'

/** The office's matters, as the catalogue would list them. */
const MATTERS: readonly MatterBrief[] = allMatters().map((matter) => ({
  matterId: matter.slug,
  name: matter.name,
  shortName: matter.shortName,
  ...(matter.label === undefined ? {} : { label: matter.label }),
  alsoCalled: matter.alsoCalled ?? [],
  pinyin: PINYIN[matter.slug] ?? [],
  typeLabel: matter.type,
  subjects: ['enterprise'],
  department: `天津高新区政务服务办（${matter.field}事权）`,
  theme: matter.field,
  hasSituations: true,
  fileable: true,
}))

const index = new MatterIndex(MATTERS)
const found = (query: string) => index.find(query).map(({ matter }) => matter.matterId)
const bySlug = (slug: string): MatterBrief => {
  const matter = MATTERS.find(({ matterId }) => matterId === slug)
  if (matter === undefined) throw new Error(slug)
  return matter
}
/** The letters of the names that a query finds. */
const marked = (slug: string, query: string) => {
  const matter = bySlug(slug)
  const { short, full } = placesFound(entryOf(matter), wordsOf(query))
  const letters = (name: string, places: readonly number[]) => places.map((at) => name.charAt(at)).join('')
  return [letters(matter.shortName, short), letters(fullNameOf(matter), full)]
}

test.each([
  ['护士', 'nurse-registration'],
  ['护士注册', 'nurse-registration'],
  ['护士首次注册', 'nurse-registration'],
  ['注册护士', 'nurse-registration'],
  ['货车', 'road-freight'],
  ['货车营运证怎么办', 'road-freight'],
  ['開書店', 'publication-retail'],
  ['村医', 'village-doctor-first-registration'],
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
  ['護士', 'nurse-registration'],
  ['戶外廣告', 'outdoor-ad-facility'],
  ['衞生', 'public-place-hygiene'],
  ['⼾外⼴告', 'outdoor-ad-facility'],
  ['（A類）', 'outdoor-ad-facility'],
  ['hushi', 'nurse-registration'],
  ['hush', 'nurse-registration'],
  ['HuShi', 'nurse-registration'],
  ['hu shi', 'nurse-registration'],
  ["hu'shi", 'nurse-registration'],
  ['hù shì', 'nurse-registration'],
  ['hu\u0300shi\u0300', 'nurse-registration'],
  ['ｈｕｓｈｉ', 'nurse-registration'],
  ['lǜdì', 'temp-greenland'],
  ['lüdi', 'temp-greenland'],
  ['linshibiaoyu', 'temp-slogan'],
  ['户外广告！', 'outdoor-ad-facility'],
  ['“护士”', 'nurse-registration'],
  ['护士🙂', 'nurse-registration'],
  ['护\u200b士', 'nurse-registration'],
  ['船舶管理，备案', 'ship-manager-change-filing'],
  ['悬挂设置', 'outdoor-ad-facility'],
  ['户外广告及临时悬挂、设置标语或者宣传品许可--户外广告设施许可', 'outdoor-ad-facility'],
  ['户外广各', 'outdoor-ad-facility'],
  ['护土执业', 'nurse-registration'],
  ['民办学效', 'private-school'],
  ['危化学品', 'hazchem-operation'],
  ['护士执业注册证', 'nurse-registration'],
])('%s finds first %s', (query, slug) => {
  expect(found(query)[0]).toBe(slug)
})

test('nothing fits nothing, and what is nowhere is not found', () => {
  expect(found('')).toEqual([])
  expect(found('   ')).toEqual([])
  expect(found('出国护照')).toEqual([])
  expect(found('zzzz')).toEqual([])
  expect(found('护士 船舶')).toEqual([])
  expect(found('，。！？')).toEqual([])
  expect(found('户内广各')).toEqual([])
})

test('one wrong character is no hit among two, and comes behind everything that is there', () => {
  expect(found('护土')).toEqual([])
  const matters = [bySlug('water-supply-hygiene'), { ...bySlug('road-freight'), pinyin: [], shortName: '供水单住' }]
  const hits = new MatterIndex(matters).find('供水单住')
  expect(hits.map(({ matter, score }) => [matter.shortName, isNear({ matter, score })])).toEqual([
    ['供水单住', false],
    ['供水单位卫生许可', true],
  ])
})

test('characters with several readings are read by their word', () => {
  expect(found('yingyexing')).toEqual(['commercial-performance'])
  expect(found('yingyehang')).toEqual([])
})

test('a query is sent as the catalogue writes, in the letters that were typed', () => {
  expect(keywordOf('《戶外廣告》，Ａ類！')).toBe('户外广告 A类')
  expect(keywordOf('！？')).toBe('')
  // Radicals of a copied PDF, of both of Unicode’s blocks.
  expect(keywordOf('⼾外⼴告，⻔⻋⻓')).toBe('户外广告 门车长')
  expect(keywordOf('ひらがな')).toBe('ひらがな')
})

/** Queries as people write them: pieces of names and of their pinyin, with a letter changed, left out or doubled. */
const queries = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...MATTERS.flatMap((m) => [m.shortName, m.name, m.theme ?? '', ...(m.pinyin ?? [])])),
        fc.nat(60),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('', '护', 'x', ' ', '、'),
      )
      .map(([name, from, length, put]) => {
        const piece = name.slice(from % name.length, (from % name.length) + length)
        return put === '' ? piece : piece.slice(0, length >> 1) + put + piece.slice((length >> 1) + (length % 2))
      }),
    { minLength: 1, maxLength: 2 },
  )
  .map((pieces) => pieces.join(' '))

test('the index finds what looking at every matter finds, in the same order', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const words = wordsOf(query)
      const all = MATTERS.flatMap((matter) => {
        const score = scoreOf(entryOf(matter), words)
        return score === 0 ? [] : [{ matter, score }]
      })
      const surest = Math.max(...all.map(({ score }) => score))
      const kept = all.filter(({ score }) => score === surest || score !== SCORE.initialsInOrder)
      expect(index.find(query)).toEqual(kept.sort((a, b) => b.score - a.score))
    }),
    { numRuns: 500 },
  )
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

test('initials that stand apart are a guess: none is made where they stand together somewhere', () => {
  expect(found('hyxk')).toEqual(['road-freight'])
  expect(found('hszc')).toContain('nurse-registration')
})

test('the letters that were found are marked, through initials too', () => {
  expect(marked('nurse-registration', '护士注册')).toEqual(['护士注册', '护士注册'])
  expect(marked('nurse-registration', 'hs')).toEqual(['护士', '护士'])
  expect(marked('outdoor-ad-facility', 'hwggssxkal')).toEqual(['户外广告设施许可A类', ''])
  expect(marked('road-freight', '货物运输')).toEqual(['', '货物运输'])
  expect(marked('ship-management', '经营许可')).toEqual(['', '经营许可经营许可'])
  expect(marked('private-school', '自觉')).toEqual(['', ''])
  expect(marked('road-freight', '许可 道路')).toEqual(['道路许可', '道路许可'])
  expect(marked('nurse-registration', 'hush')).toEqual(['护士', '护士'])
  expect(marked('nurse-registration', 'zhuce')).toEqual(['注册', '注册'])
  expect(marked('outdoor-ad-facility', '戶外廣各')).toEqual(['户外广', '户外广'])
  expect(marked('outdoor-ad-facility', '悬挂设置')).toEqual(['', '悬挂设置'])
})

test('letters that stand apart are marked as close together as they come', () => {
  expect(startInOrder('ab', 'a..a.b.ab')).toBe(7)
  expect(startInOrder('ab', 'a...b', 5)).toBe(0)
  expect(startInOrder('ab', 'a...b', 4)).toBe(-1)
  expect(startInOrder('ba', 'ab')).toBe(-1)
})

test('every matter has a syllable for each letter of its names', () => {
  for (const { matterId, pinyin, ...matter } of MATTERS) {
    const letters = [matter.shortName, fullNameOf(matter)].map((name) => lettersOf(name).at.length)
    expect([matterId, pinyin?.map((syllables) => syllables.split(' ').length)]).toEqual([matterId, letters])
  }
})

test.each([
  ['护士资格证', ['护士']],
  ['护士 驾照', ['护士']],
  ['hszyzcbl', ['hszyzc']],
  ['hushizigezheng', ['hushi']],
  ['護士資格證', ['护士']],
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
