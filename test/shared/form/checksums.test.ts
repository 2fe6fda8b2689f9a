import fc from 'fast-check'
import {
  idCardBirth,
  idCardCheckCharacter,
  isIdCard,
  isUscc,
  USCC_ALPHABET,
  usccCheckCharacter,
} from '../../../miniprogram/shared/form/checksums'
import { factsOfIdCard } from '../../../miniprogram/shared/form'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

const idCards = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(5), day, digits(3))
  .map(([first, area, birth, serial]) => `${first}${area}${birth.replaceAll('-', '')}${serial}`)
  .map((first17) => first17 + idCardCheckCharacter(first17))

const usccs = fc
  .tuple(digits(8), fc.array(fc.constantFrom(...USCC_ALPHABET), { minLength: 9, maxLength: 9 }))
  .map(([front, back]) => front + back.join(''))
  .map((first17) => first17 + usccCheckCharacter(first17))

/** The code with another character of the alphabet at one place. */
function slip(code: string, alphabet: string, at: number, by: number): string {
  const i = at % code.length
  const place = alphabet.indexOf(code[i] ?? '')
  const other = alphabet[(place + 1 + (by % (alphabet.length - 1))) % alphabet.length] ?? ''
  return code.slice(0, i) + other + code.slice(i + 1)
}

describe('ID numbers', () => {
  test('the right check character is accepted', () => {
    fc.assert(fc.property(idCards, (card) => isIdCard(card)))
  })
  test('any single wrong digit is found', () => {
    fc.assert(
      fc.property(idCards, fc.nat(16), fc.nat(8), (card, at, by) => !isIdCard(slip(card, '0123456789', at, by))),
    )
  })
  test('any two neighbours swapped are found', () => {
    fc.assert(
      fc.property(idCards, fc.nat(15), (card, i) => {
        const swapped = card.slice(0, i) + card[i + 1] + card[i] + card.slice(i + 2)
        return swapped === card || !isIdCard(swapped)
      }),
    )
  })
  test.each([
    ['120116199508120041', true],
    ['11010519491231002X', true], // the standard's own example
    ['11010519491231002x', false], // normalising writes X
    ['020116199508120041', false],
    ['12011619950812004', false],
    ['', false],
  ])('%s: %s', (card, ok) => expect(isIdCard(card)).toBe(ok))
  test.each(['19951312', '19950230', '19000229'])('a birth day that does not exist is refused: %s', (day) => {
    const first17 = `120116${day}004`
    expect(isIdCard(first17 + idCardCheckCharacter(first17))).toBe(false)
  })
  test('they tell birth day and sex', () => {
    fc.assert(
      fc.property(idCards, (card) => {
        const facts = factsOfIdCard(card)
        expect(facts).toEqual({ birth: idCardBirth(card), sex: Number(card[16]) % 2 === 1 ? 'm' : 'f' })
      }),
    )
    expect(factsOfIdCard('120116199508120041')).toEqual({ birth: '1995-08-12', sex: 'f' })
    expect(factsOfIdCard('120116199508120042')).toBeNull()
  })
})

describe('unified social credit codes', () => {
  test('the right check character is accepted', () => {
    fc.assert(fc.property(usccs, (code) => isUscc(code)))
  })
  test('any single wrong character is found', () => {
    fc.assert(fc.property(usccs, fc.nat(17), fc.nat(29), (code, at, by) => !isUscc(slip(code, USCC_ALPHABET, at, by))))
  })
  test.each([
    ['91120116MA0FXN011B', true],
    ['91120116ma0fxn011b', false],
    ['91120116MA0FXN011C', false],
    ['91120116MA0FXNO11B', false], // the letter O
    ['120116MA0FXN011B', false],
  ])('%s: %s', (code, ok) => expect(isUscc(code)).toBe(ok))
})
