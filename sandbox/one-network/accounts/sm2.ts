import { sm2 } from 'sm-crypto-v2'

const C1C3C2 = 1

/**
 * Decrypts what the application encrypted with the provider's public key: C1C3C2, lower-case hex with the leading 04
 * (contract chapter 3). undefined when it is not such a text.
 */
export function decryptSm2(cipherHex: string, privateKey: string): string | undefined {
  try {
    // The library wants the point without its 04; it answers '' when the check sum (C3) does not fit.
    const text = sm2.doDecrypt(cipherHex.slice(2), privateKey, C1C3C2, { output: 'string' })
    return text === '' ? undefined : text
  } catch {
    return undefined
  }
}
