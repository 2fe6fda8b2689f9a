import { createCipheriv, createHash } from 'node:crypto'
import { hashRevision6 } from '../../../../cloudfunctions/files/pdf/hash-revision-6'
import { objectStream, packed, pdfFile } from './pdf-file'

const KEY = createHash('sha256').update('key of the file').digest()
const [CHECK_SALT, KEY_SALT] = [Buffer.from('8 bytes.'), Buffer.from('and 8 !!')]

const sealed = (bytes: Buffer): Buffer => {
  const start = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', KEY, start)
  return Buffer.concat([start, cipher.update(bytes), cipher.final()])
}

/**
 * Locked as PDF 2.0 has it (revision 6). pdfkit cannot write it; poppler's pdfinfo opens the one without a password.
 * @param user what is taken for the user's password, '' = none @param inside an object in a locked object stream
 */
export function lockedForAll(user: string, inside = '<</A 1>>'): Buffer {
  const password = Buffer.from(user)
  const check = hashRevision6(Buffer.concat([password, CHECK_SALT]))
  const wrap = createCipheriv('aes-256-cbc', hashRevision6(Buffer.concat([password, KEY_SALT])), Buffer.alloc(16))
  const wrapped = wrap.setAutoPadding(false).update(KEY)
  const hex = (...parts: readonly Buffer[]): string => `<${Buffer.concat(parts).toString('hex')}>`
  const lock =
    `<</Filter/Standard/V 5/R 6/Length 256/P -4/O${hex(Buffer.alloc(48))}/OE${hex(Buffer.alloc(32))}` +
    `/U${hex(check, CHECK_SALT, KEY_SALT)}/UE${hex(wrapped)}/Perms${hex(Buffer.alloc(16))}` +
    '/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF>>'
  const plain = objectStream([inside])
  const [head = ''] = plain.toString('latin1').split('/Filter')
  const content = plain.subarray(plain.indexOf('stream\n') + 7, plain.length - '\nendstream'.length)
  const locked = Buffer.concat([
    Buffer.from(`${head}/Filter/FlateDecode>>stream\n`),
    sealed(content),
    Buffer.from('\nendstream'),
  ])
  return pdfFile({ objects: [locked, lock, packed('/Note/x', 'x')], trailer: '/Encrypt 6 0 R/ID[<01><01>]' })
}
