import { createDecipheriv, createHash } from 'node:crypto'
import { hashRevision6 } from './hash-revision-6'
import { rc4 } from './rc4'
import { isDict, type PdfDict, type PdfValue } from './syntax'

/** Undoes what the file's owner did, for the streams and strings of an object. */
export type Decrypt = (bytes: Buffer, number: number, generation: number) => Buffer

/** What pads a password (ISO 32000-1, 7.6.3.3, algorithm 2); of the empty one it is all. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

const AES_SALT = Buffer.from('sAlT')

/**
 * What opens a file that has an encryption dictionary, with no password asked for: then only the owner's rights are
 * locked. Undefined when a password is needed, or the file is locked for certain people (ISO 32000-2, 7.6).
 * @param id the first of the file's two ids
 */
export function openWithoutPassword(dict: PdfDict, id: Buffer): Decrypt | undefined {
  if (dict.get('Filter') !== 'Standard') return undefined
  const revision = numberIn(dict, 'R')
  const key = revision >= 5 ? longKey(dict, revision) : shortKey(dict, revision, id)
  return key && decryptor(methodOf(dict), key)
}

const numberIn = (dict: PdfDict, key: string): number => {
  const value = dict.get(key)
  return typeof value === 'number' ? value : 0
}

const bytesIn = (dict: PdfDict, key: string): Buffer => {
  const value = dict.get(key)
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0)
}

const hash = (name: 'md5' | 'sha256', ...parts: readonly Buffer[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash(name)).digest()

/** Algorithms 2 to 5: keys of 40 to 128 bits, from MD5. */
function shortKey(dict: PdfDict, revision: number, id: Buffer): Buffer | undefined {
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, (numberIn(dict, 'Length') || 40) >> 3))
  const rights = Buffer.alloc(4)
  rights.writeInt32LE(numberIn(dict, 'P') | 0)
  const plainMetadata = revision >= 4 && dict.get('EncryptMetadata') === false
  const owner = bytesIn(dict, 'O').subarray(0, 32)
  let key = hash('md5', PADDING, owner, rights, id, Buffer.alloc(plainMetadata ? 4 : 0, 0xff))
  for (let n = 0; revision >= 3 && n < 50; n += 1) key = hash('md5', key.subarray(0, length))
  key = key.subarray(0, length)
  const userKey = bytesIn(dict, 'U')
  if (revision === 2) return rc4(key, PADDING).equals(userKey.subarray(0, 32)) ? key : undefined
  let check = hash('md5', PADDING, id)
  for (let n = 0; n < 20; n += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ n)), check)
  return check.equals(userKey.subarray(0, 16)) ? key : undefined
}

/** Algorithms 2.A and 11: keys of 256 bits. */
function longKey(dict: PdfDict, revision: number): Buffer | undefined {
  const userKey = bytesIn(dict, 'U')
  const wrapped = bytesIn(dict, 'UE').subarray(0, 32)
  if (userKey.length < 48 || wrapped.length < 32) return undefined
  const mixed = (salt: Buffer): Buffer => (revision === 5 ? hash('sha256', salt) : hashRevision6(salt))
  if (!mixed(userKey.subarray(32, 40)).equals(userKey.subarray(0, 32))) return undefined
  const unwrap = createDecipheriv('aes-256-cbc', mixed(userKey.subarray(40, 48)), Buffer.alloc(16))
  return unwrap.setAutoPadding(false).update(wrapped)
}

type Method = 'rc4' | 'aes' | 'aes256' | 'none'

function methodOf(dict: PdfDict): Method {
  const version = numberIn(dict, 'V')
  if (version < 4) return 'rc4'
  const filters = dict.get('CF')
  const name: PdfValue = dict.get('StmF') ?? 'Identity'
  const filter = isDict(filters) && typeof name === 'string' ? filters.get(name) : undefined
  const method = isDict(filter) ? filter.get('CFM') : undefined
  const known: Readonly<Record<string, Method>> = { V2: 'rc4', AESV2: 'aes', AESV3: 'aes256' }
  return (typeof method === 'string' ? known[method] : undefined) ?? 'none'
}

function decryptor(method: Method, key: Buffer): Decrypt {
  return (bytes, number, generation) => {
    if (method === 'none') return bytes
    if (method === 'aes256') return aes(key, bytes)
    const own = Buffer.alloc(5)
    own.writeUIntLE(number & 0xffffff, 0, 3)
    own.writeUIntLE(generation & 0xffff, 3, 2)
    const salt = method === 'aes' ? AES_SALT : Buffer.alloc(0)
    const objectKey = hash('md5', key, own, salt).subarray(0, Math.min(16, key.length + 5))
    return method === 'aes' ? aes(objectKey, bytes) : rc4(objectKey, bytes)
  }
}

/** The first block is where the chain starts; what pads the last one is left on, as nobody here minds it. */
function aes(key: Buffer, bytes: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 16)
  if (whole < 32) return Buffer.alloc(0)
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, bytes.subarray(0, 16))
  return decipher.setAutoPadding(false).update(bytes.subarray(16, whole))
}
