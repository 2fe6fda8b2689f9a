import { readFileSync } from 'node:fs'
import { decryptSm2 } from '../../../sandbox/one-network/accounts/sm2'
import { testVectorsFile } from '../../../sandbox/one-network/paths'
import { digestOf, signatureOf, stringToSign, toSignMethod } from '../../../sandbox/one-network/protocol/signature'

interface Vector {
  readonly name: string
  readonly path: string
  readonly timestamp: string
  readonly nonce: string
  readonly body: string
  readonly userToken: string
  readonly secret: 'appSecret' | 'callbackSecret'
  readonly signMethod: string
  readonly bodyDigest: string
  readonly stringToSign: string
  readonly signature: string
}

const vectors = JSON.parse(readFileSync(testVectorsFile, 'utf8')) as {
  readonly app: Readonly<Record<Vector['secret'], string>>
  readonly signature: readonly Vector[]
  readonly sm2: Readonly<
    Record<'privateKey' | 'passwordPlain' | 'passwordCipher' | 'ticketPlain' | 'ticketCipher', string>
  >
}

describe('signature vectors of the contract', () => {
  it.each(vectors.signature.map((vector) => [`${vector.signMethod} ${vector.name}`, vector] as const))(
    '%s',
    (_name, vector) => {
      const method = toSignMethod(vector.signMethod)
      expect(method).toBeDefined()
      if (method === undefined) return
      const bodyDigest = digestOf(method, Buffer.from(vector.body))
      expect(bodyDigest).toBe(vector.bodyDigest)
      const parts = { ...vector, bodyDigest }
      expect(stringToSign(parts)).toBe(vector.stringToSign)
      expect(signatureOf(method, vectors.app[vector.secret], parts)).toBe(vector.signature)
    },
  )
})

describe('SM2', () => {
  const { privateKey, passwordPlain, passwordCipher, ticketPlain, ticketCipher } = vectors.sm2

  it('decrypts the password and the ticket of the contract', () => {
    expect(decryptSm2(passwordCipher, privateKey)).toBe(passwordPlain)
    expect(decryptSm2(ticketCipher, privateKey)).toBe(ticketPlain)
  })

  it('answers undefined for a changed text instead of throwing', () => {
    const changed = passwordCipher.slice(0, -2) + (passwordCipher.endsWith('00') ? '01' : '00')
    expect(decryptSm2(changed, privateKey)).toBeUndefined()
    expect(decryptSm2(`04${'ab'.repeat(110)}`, privateKey)).toBeUndefined()
  })
})
