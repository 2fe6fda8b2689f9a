import { Characters } from '../../../cloudfunctions/print/characters'
import { wordsOf } from '../../../miniprogram/shared/domain/search/letters'
import { cleanText, faultOf } from '../../../miniprogram/shared/form/characters'
import { characterProblem, lengthOf, tidy, tooLong } from '../../../miniprogram/shared/form/text'
import { judge } from './judged-field'

const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))

const printable = (text: string): { printed: string; unprintable: readonly string[] } => {
  const characters = new Characters(() => '')
  const printed = characters.printable(text, '姓名')
  return { printed, unprintable: characters.unprintable.map(({ code }) => code) }
}

describe('characters that stand twice in Unicode', () => {
  // Node has ICU; the phone has not.
  test.each([
    ['compatibility ideographs', range(0xf900, 0xfaff), 'NFC'],
    ['their supplement', range(0x2f800, 0x2fa1f), 'NFC'],
    ['radicals of Kangxi', range(0x2f00, 0x2fd5).filter((radical) => !'\u2f3e\u2fad'.includes(radical)), 'NFKC'],
  ] as const)('%s are the usual ones, as Unicode has them', (_, characters, form) => {
    for (const character of characters)
      expect([character, cleanText(character)]).toEqual([character, character.normalize(form)])
  })

  test('two radicals are those that mainland fonts draw', () => {
    expect(cleanText('\u2f3e\u2fad')).toBe('户青')
  })

  test('twelve of the compatibility block are characters of their own, and stay', () => {
    const own = '﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩'
    expect(cleanText(own)).toBe(own)
  })

  test('GBK’s 80 in the private area are those of GB 18030', () => {
    const mapped = range(0xe815, 0xe864).map(cleanText)
    expect(new Set(mapped).size).toBe(80)
    expect(mapped.some((character) => faultOf(character) !== undefined)).toBe(false)
    // What Node's decoder knows of the edition of 2005 and later; six of it are still private there.
    const bytes = [...range(0x50, 0x7e), ...range(0x80, 0xa0)].map((at) => Buffer.from([0xfe, at.charCodeAt(0)]))
    const decoded = bytes.map((code) => new TextDecoder('gb18030').decode(code))
    const differs = decoded.flatMap((character, at) => (character === mapped[at] ? [] : [`${character}${mapped[at]}`]))
    expect(differs.map((pair) => Array.from(pair)[1])).toEqual(['𠂇', '𠂉', '𠃌', '𡗗', '𢦏', '𤇾'])
    expect(mapped[78]).toBe('䶮')
  })

  test('every usual character is one: a second cleaning changes nothing', () => {
    const all = [...range(0x2e80, 0x2fd5), ...range(0xe000, 0xfaff), ...range(0x2f800, 0x2fa1f)].map(cleanText)
    for (const character of all) expect(cleanText(character)).toBe(character)
  })
})

/** [what, typed, stored] */
const CLEANED: readonly (readonly [string, string, string])[] = [
  ['GBK’s own code of 䶮', '龚\ue863', '龚䶮'],
  ['a radical of a PDF', '\u2f3e口本', '户口本'],
  ['a radical of the supplement', '⻢丽', '马丽'],
  ['a compatibility ideograph', '\uf967凡', '不凡'],
  ['a soft hyphen', '晴\u00ad川', '晴川'],
  ['a Hangul filler', '\u3164晴川', '晴川'],
  ['a variation selector', '葛\u{e0100}川', '葛川'],
  ['an emoji selector', '☎\ufe0f 窗口', '☎ 窗口'],
  ['zero-width marks', '\ufeff晴\u200b\u2060川\u200e', '晴川'],
  ['a no-break blank', '虚构路\u00a08 号', '虚构路 8 号'],
  ['the Chinese blank of a name', '张\u3000三', '张\u3000三'],
]

describe.each(CLEANED)('%s', (_, typed, stored) => {
  test('in a form, in print and in the search it is the usual text', () => {
    expect(judge({ type: 'text' }, typed)).toEqual({ value: stored, codes: [] })
    expect(printable(typed)).toEqual({ printed: stored, unprintable: [] })
    // A sign parts words there.
    expect(wordsOf(typed)).toEqual(stored.replace('☎', '').trim().split(/\s+/))
  })
})

test.each(['\u2028', '\u2029', '\u0085', '\u000b', '\u000c', '\r\n', '\r'])('%j is a line break', (mark) => {
  expect(judge({ type: 'textarea' }, `一${mark}二`)).toEqual({ value: '一\n二', codes: [] })
  expect(printable(`一${mark}二`)).toEqual({ printed: '一\n二', unprintable: [] })
  expect(judge({ type: 'text' }, `一${mark}二`).codes).toEqual(['control'])
})

/** [typed, what is said] */
const REFUSED: readonly (readonly [string, string])[] = [
  ['王\ue000', '第 2 个字“\ue000”（U+E000）是只有个别电脑认得的自造字，请换成通用的字；没有通用的写法，请联系窗口'],
  [
    '王\u{f0000}',
    '第 2 个字“\u{f0000}”（U+F0000）是只有个别电脑认得的自造字，请换成通用的字；没有通用的写法，请联系窗口',
  ],
  ['王\ufffd', '第 2 个字“\ufffd”没有读出来（可能是乱码或图片），请重新输入'],
  ['王\ufffc', '第 2 个字“\ufffc”没有读出来（可能是乱码或图片），请重新输入'],
  ['\ud83d', '第 1 个字“\ufffd”没有读出来（可能是乱码或图片），请重新输入'],
  ['𠮷田\u0007', '第 3 个字（“𠮷田”后面）看不见（U+0007），请把这里删掉，重新输入'],
  ['\u0007王', '第 1 个字看不见（U+0007），请把这里删掉，重新输入'],
  ['王\u{e0041}', '第 2 个字（“王”后面）看不见（U+E0041），请把这里删掉，重新输入'],
  ['王\ufffe', '第 2 个字（“王”后面）看不见（U+FFFE），请把这里删掉，重新输入'],
  ['王\u{1fffe}', '第 2 个字（“王”后面）看不见（U+1FFFE），请把这里删掉，重新输入'],
  ['王\n李', '这里只写一行，请去掉“王”后面的换行或制表符'],
  ['王\t李', '这里只写一行，请去掉“王”后面的换行或制表符'],
  ...['😀', '☺', '❤', '⭐', '☀', '⌚', '♥', '✨', '❌', '🇨', '⏰', '⚓', '🀄'].map(
    (picture) => [`王${picture}`, `第 2 个字“${picture}”是表情或图案，证照和档案里印不出来，请换成文字`] as const,
  ),
]

test.each(REFUSED)('%j is refused, with its place', (typed, said) => {
  expect(characterProblem(tidy(typed), false)?.message).toBe(said)
  expect(judge({ type: 'text' }, typed).codes).toHaveLength(1)
})

test('in several lines the line is named', () => {
  expect(characterProblem('一\n二\ue000', true)?.message).toMatch(/^第 2 行第 2 个字/)
})

test('a keycap is a picture', () => {
  expect(characterProblem(tidy('1\ufe0f\u20e3'), false)?.fault).toBe('picture')
})

test.each(['★☆●○■□▲△◆◇※→←↑↓', '①②㈠⒈Ⅳⅳ', '℃㎡㎏‰°±×÷≤≥', '☎☐☑♀♂✓✔✗❶', '𠮷𬱖𫖯䶮㑇', '“”‘’《》…—·、', 'Аб Ωα é ñ'])(
  'what documents write stays: %s',
  (text) => {
    expect(judge({ type: 'text' }, text)).toEqual({ value: text, codes: [] })
  },
)

test('print: what has no shape anywhere stands as its code, and is listed', () => {
  expect(printable('王\ue000\ufffd\u0007')).toEqual({
    printed: '王〔U+E000〕〔U+FFFD〕〔U+0007〕',
    unprintable: ['U+E000', 'U+FFFD', 'U+0007'],
  })
})

test('people count characters, and are told how many are too many', () => {
  expect([lengthOf('𠮷野家'), lengthOf('晴川'), lengthOf('')]).toEqual([3, 2, 0])
  expect(tooLong('𠮷'.repeat(30), 30)).toBe('')
  expect(tooLong('𠮷'.repeat(33), 30)).toBe('最多 30 个字，多了 3 个字')
})
