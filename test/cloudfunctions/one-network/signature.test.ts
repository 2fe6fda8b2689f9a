import { sm2 } from 'sm-crypto-v2'
import { digestOf, encryptPassword, sign } from '../../../cloudfunctions/one-network/signature'
import { type SignMethod } from '../../../cloudfunctions/kernel/config'
import vectors from '../../../docs/one-network/test-vectors.json'

describe('the contract’s signature vectors', () => {
  test.each(vectors.signature.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const method = vector.signMethod as SignMethod
    expect(digestOf(method, Buffer.from(vector.body, 'utf8'))).toBe(vector.bodyDigest)
    const secret = vector.secret === 'callbackSecret' ? vectors.app.callbackSecret : vectors.app.appSecret
    const { path, timestamp, nonce, bodyDigest, userToken } = vector
    expect(sign(method, secret, { path, timestamp, nonce, bodyDigest, userToken })).toBe(vector.signature)
  })
})

test('a password is SM2 C1C3C2 in lower-case hex with the 04 prefix, and other each time', () => {
  const { publicKey, privateKey } = vectors.sm2
  for (const password of ['Demo@2026', '口令口令', 'x', 'a'.repeat(300)]) {
    const cipher = encryptPassword(password, publicKey)
    expect(cipher).toMatch(/^04[0-9a-f]+$/)
    expect(cipher).toHaveLength(2 + 2 * (64 + 32 + Buffer.byteLength(password)))
    expect(sm2.doDecrypt(cipher.slice(2), privateKey, 1)).toBe(password)
    expect(encryptPassword(password, publicKey)).not.toBe(cipher)
  }
})
