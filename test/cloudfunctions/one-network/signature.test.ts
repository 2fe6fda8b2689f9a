import { sm2 } from 'sm-crypto-v2'
import { digestOf, encryptPassword, sign, signedHeaders } from '../../../cloudfunctions/one-network/signature'
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

test.each(vectors.signature.map((vector) => [vector.name, vector] as const))('headers: %s', (_name, vector) => {
  const { path, timestamp, nonce, bodyDigest, userToken } = vector
  const appSecret = vector.secret === 'callbackSecret' ? vectors.app.callbackSecret : vectors.app.appSecret
  const app = { appKey: vectors.app.appKey, appSecret, signMethod: vector.signMethod as SignMethod }
  expect(signedHeaders(app, { path, timestamp, nonce, bodyDigest, userToken })).toEqual({
    'x-app-key': app.appKey,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-sign-method': vector.signMethod,
    'x-body-digest': bodyDigest,
    'x-signature': vector.signature,
    ...(userToken === '' ? {} : { 'x-user-token': userToken }),
  })
})

test('each attempt has another nonce, the time of now, and no token unless there is one', () => {
  const { appKey, appSecret } = vectors.app
  const app = { appKey, appSecret, signMethod: 'HMAC-SM3' } as const
  const [first, second] = [1, 2].map(() => signedHeaders(app, { path: '/api/v1/items/list', bodyDigest: '' }))
  expect(first?.['x-nonce']).not.toBe(second?.['x-nonce'])
  expect(Math.abs(Date.now() - Number(first?.['x-timestamp']))).toBeLessThan(60_000)
  expect(first).not.toHaveProperty('x-user-token')
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
