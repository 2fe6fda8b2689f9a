import { readFileSync } from 'node:fs'
import { testVectorsFile } from './paths'

/** What the provider hands to the office when an application is opened, and what it keeps itself. All fictional. */
export interface ProviderKeys {
  readonly appKey: string
  readonly appSecret: string
  /** Signs what the provider pushes (#28). */
  readonly callbackSecret: string
  readonly sm2PublicKey: string
  readonly sm2PrivateKey: string
}

interface TestVectors {
  readonly app: { readonly appKey: string; readonly appSecret: string; readonly callbackSecret: string }
  readonly sm2: { readonly publicKey: string; readonly privateKey: string }
}

export function loadKeys(): ProviderKeys {
  const vectors = JSON.parse(readFileSync(testVectorsFile, 'utf8')) as TestVectors
  return {
    appKey: vectors.app.appKey,
    appSecret: vectors.app.appSecret,
    callbackSecret: vectors.app.callbackSecret,
    sm2PublicKey: vectors.sm2.publicKey,
    sm2PrivateKey: vectors.sm2.privateKey,
  }
}
