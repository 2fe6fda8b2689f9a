import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { sm3, sm4 } from 'sm-crypto-v2'
import { aes256Gcm, sm4CbcHmacSm3 } from '../../../cloudfunctions/kernel/ciphers'
import { type KeyRing, type SealingKey } from '../../../cloudfunctions/kernel/key-ring'
import { createSealer, type SealingAlgorithm } from '../../../cloudfunctions/kernel/sealing'

const hex = (text: string): Buffer => Buffer.from(text.replace(/ /g, ''), 'hex')
const key = (id: string, byte: number): SealingKey => ({ id, bytes: Buffer.alloc(32, byte) })
const FIRST = key('first', 7)
const NEW = key('20261201-a1b2', 9)
const OTHER = key('20270101-c3d4', 11)

/** Every way in which texts are sealed: their form, who seals so, and what was sealed so once and must open for ever. */
const WAYS: readonly (readonly [string, KeyRing, SealingAlgorithm, string])[] = [
  ['v1', [FIRST, NEW], 'aes-256-gcm', 'v1.nQ3JV8rswr1_U3qd.N3WJnFocPUhoMuUxf3DMzg.-guprdcJBlsInR8AesbEicJdqG8'],
  [
    'v2.gcm.20261201-a1b2',
    [NEW, FIRST],
    'aes-256-gcm',
    'v2.gcm.20261201-a1b2.eRotHj6L-9P6oCm5.PJIFDTP0Tn70eEbauWCJQA.RoH3rIA1Oh0hijek2ExP75PySK0',
  ],
  [
    'v2.sm4.20261201-a1b2',
    [NEW, FIRST],
    'sm4-cbc-hmac-sm3',
    'v2.sm4.20261201-a1b2.oLwbI21Z-yxh8uYg-tvZ3A.H-IEYwkY6KCc5OhLFaKAYBFb0Wba0A4cyJk3TYnjI5w.t5mp_1F9ZT9U_evsl6P9lDUkJaaP5-2pbhBktey7gM4',
  ],
]

describe.each(WAYS)('%s', (form, keys, algorithm, recorded) => {
  const sealer = createSealer(keys, algorithm)

  test('opens what it sealed, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, place) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown
        expect(sealer.open(sealer.seal(plain, place), place)).toEqual(plain)
      }),
    )
  })

  test('says its version, algorithm and key, and nothing of the value; equal values look different', () => {
    const [first, second] = [sealer.seal('120116199607210042', 'a'), sealer.seal('120116199607210042', 'a')]
    expect(first.startsWith(`${form}.`)).toBe(true)
    expect(sealer).toMatchObject({ form, sealsNames: form !== 'v1', keyIds: keys.map(({ id }) => id) })
    expect(sealer.isCurrent(first)).toBe(true)
    expect(first).not.toBe(second)
    expect(first).not.toContain('120116199607210042')
  })

  test('what was sealed so once opens, whichever key and algorithm seal today', () => {
    for (const [, ring, today] of WAYS) {
      expect(createSealer(ring, today).open(recorded, 'row-1/profile')).toEqual({ name: '虞青禾' })
    }
    expect(createSealer([OTHER, NEW, FIRST], algorithm).isCurrent(recorded)).toBe(false)
  })

  test('another place, another key under the same name, or a key that is not here: refused', () => {
    const sealed = sealer.seal({ token: 'ut.x' }, 'row-1/tokens')
    const [{ id }] = keys
    expect(() => sealer.open(sealed, 'row-2/tokens')).toThrow()
    expect(() => createSealer([key(id, 8)], 'aes-256-gcm').open(sealed, 'row-1/tokens')).toThrow()
    expect(() => createSealer([OTHER], algorithm).open(sealed, 'row-1/tokens')).toThrow('not a sealed value')
    // Its own name is part of what is sealed: with the other key's name it does not become that key's.
    const renamed = sealed.replace(form, form === 'v1' ? 'v2.gcm.20261201-a1b2' : form.replace(id, OTHER.id))
    expect(() => createSealer([OTHER, NEW, FIRST], algorithm).open(renamed, 'row-1/tokens')).toThrow()
    const twin = createSealer([NEW, { id: OTHER.id, bytes: NEW.bytes }], algorithm)
    expect(() => twin.open(renamed, 'row-1/tokens')).toThrow()
  })

  test('changed in any one character, cut anywhere, longer, or with parts swapped: refused', () => {
    const sealed = sealer.seal({ token: 'ut.x' }, 'p')
    expect(sealer.open(sealed, 'p')).toEqual({ token: 'ut.x' })
    const opened = (text: string): boolean => {
      try {
        sealer.open(text, 'p')
        return true
      } catch {
        return false
      }
    }
    const all = Array.from(sealed, (char, n) => ({
      changed: sealed.slice(0, n) + (char === 'A' ? 'B' : 'A') + sealed.slice(n + 1),
      cut: sealed.slice(0, n),
      front: sealed.slice(n + 1),
      without: sealed.slice(0, n) + sealed.slice(n + 1),
    })).flatMap((one) => Object.values(one))
    expect(all.filter(opened)).toEqual([])
    const parts = sealed.split('.')
    const [iv = '', tag = '', body = ''] = parts.slice(-3)
    const made = (...last: readonly string[]): string => [form, ...last].join('.')
    expect(opened(made(iv, tag, body))).toBe(true)
    const broken = [made(tag, iv, body), made(iv, body, tag), made(body, tag, iv), made(iv, tag), made(iv, tag, '')]
    const more = [`${sealed}A`, `${sealed}AAAA`, `${sealed}=`, `${sealed}.`, ` ${sealed}`, `${sealed}\n`]
    const halved = Buffer.from(body, 'base64url').subarray(0, -16).toString('base64url')
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
    const others = [
      made(iv, tag, halved),
      made(iv, short, body),
      made('', tag, body),
      made(iv, '', body),
      '',
      form,
      'x',
    ]
    expect([...broken, ...more, ...others].filter(opened)).toEqual([])
  })

  test('a tag of another length is said to be none, whatever the algorithm would make of it', () => {
    const parts = sealer.seal('x', 'p').split('.')
    const tag = Buffer.from(parts.at(-2) ?? '', 'base64url')
    parts[parts.length - 2] = tag.subarray(0, 12).toString('base64url')
    expect(() => sealer.open(parts.join('.'), 'p')).toThrow('not a sealed value')
  })
})

test('SM4 texts are what another implementation makes of the scheme: encrypted, then authenticated with length and context', () => {
  const sealed = createSealer([NEW], 'sm4-cbc-hmac-sm3').seal({ name: '虞青禾' }, 'row-1/profile')
  const [iv, tag, body] = sealed
    .split('.')
    .slice(-3)
    .map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !body) throw new Error('parts are missing')
  const master = NEW.bytes.toString('hex')
  const derive = (purpose: string): string => sm3(Buffer.from(purpose), { key: master, mode: 'hmac' })
  const context = Buffer.from('v2.sm4.20261201-a1b2\nrow-1/profile')
  const bytes = Buffer.concat([Buffer.from([0, 0, 0, context.length]), context, iv, body])
  expect(sm3(bytes, { key: derive('hmac-sm3, 2'), mode: 'hmac' })).toBe(tag.toString('hex'))
  const cipherKey = derive('sm4-cbc, 2').slice(0, 32)
  const plain = sm4.decrypt(body.toString('hex'), cipherKey, { mode: 'cbc', iv: iv.toString('hex') })
  expect(plain).toBe('{"name":"虞青禾"}')
})

test('no byte can move between context, vector and ciphertext', () => {
  const cipher = sm4CbcHmacSm3(NEW.bytes)
  const iv = Buffer.alloc(16, 1)
  const { tag, body } = cipher.encrypt(Buffer.from('x'), Buffer.from('place'), iv)
  expect(cipher.decrypt({ tag, body }, Buffer.from('place'), iv).toString()).toBe('x')
  const moved = Buffer.concat([Buffer.from('e'), iv.subarray(0, 15)])
  expect(() => cipher.decrypt({ tag, body }, Buffer.from('plac'), moved)).toThrow('changed')
})

test('one key serves two algorithms by keys of their own', () => {
  const [iv, none] = [Buffer.alloc(16, 1), Buffer.alloc(0)]
  const bare = createCipheriv('sm4-cbc', NEW.bytes.subarray(0, 16), iv).update(Buffer.alloc(16))
  expect(sm4CbcHmacSm3(NEW.bytes).encrypt(Buffer.alloc(16), none, iv).body.subarray(0, 16)).not.toEqual(bare)
  const gcm = createDecipheriv('aes-256-gcm', NEW.bytes, iv.subarray(0, 12))
  const { tag, body } = aes256Gcm(NEW.bytes).encrypt(Buffer.from('x'), none, iv.subarray(0, 12))
  gcm.setAuthTag(tag).update(body)
  expect(() => gcm.final()).toThrow()
})

describe('the algorithms of this Node are the published ones', () => {
  const encrypted = (name: string, [cipherKey, iv, plain]: readonly string[]): string => {
    const cipher = createCipheriv(name, hex(cipherKey ?? ''), iv ? hex(iv) : null).setAutoPadding(false)
    return Buffer.concat([cipher.update(hex(plain ?? '')), cipher.final()]).toString('hex')
  }
  const KEY = '01234567 89abcdef fedcba98 76543210'
  const BLOCKS = 'aaaaaaaa bbbbbbbb cccccccc dddddddd eeeeeeee ffffffff aaaaaaaa bbbbbbbb'
  const IV = '00010203 04050607 08090a0b 0c0d0e0f'

  test('SM4: GB/T 32907-2016, appendix A, example 1', () => {
    expect(encrypted('sm4-ecb', [KEY, '', KEY])).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('SM4-CBC: draft-ribose-cfrg-sm4-10, A.2.2.1 and A.2.2.2', () => {
    const [first, second] = [KEY, 'fedcba98 76543210 01234567 89abcdef'].map((one) =>
      encrypted('sm4-cbc', [one, IV, BLOCKS]),
    )
    expect(first).toBe('78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d')
    expect(second).toBe('0d3a6ddc2d21c698857215587b7bb59a91f2c147911a4144665e1fa1d40bae38')
  })

  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3: GB/T 32905-2016, appendix A: %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest)
  })

  const counted = (bytes: number): Buffer => Buffer.from(Array.from({ length: bytes }, (_, n) => n + 1))
  test.each([
    [
      counted(32),
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [counted(37), Buffer.alloc(50, 0xcd), '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae'],
    [
      Buffer.alloc(32, 0x0b),
      Buffer.from('Hi There'),
      'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e',
    ],
  ])('HMAC-SM3: GM/T 0042-2015, appendix D.3', (macKey, text, mac) => {
    expect(createHmac('sm3', macKey).update(text).digest('hex')).toBe(mac)
  })

  test('AES-256-GCM: McGrew and Viega, test case 16', () => {
    const gcmKey = 'feffe9928665731c6d6a8f9467308308'
    const cipher = createCipheriv('aes-256-gcm', hex(gcmKey + gcmKey), hex('cafebabefacedbaddecaf888'))
    cipher.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'))
    const plain =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39'
    const body = Buffer.concat([cipher.update(hex(plain)), cipher.final()]).toString('hex')
    expect(body).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    )
    expect(cipher.getAuthTag().toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b')
  })
})
