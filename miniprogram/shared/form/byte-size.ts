/** Bytes of a text in UTF-8, as every limit of a call or a body counts them. WeChat has no TextEncoder. */
export function byteSize(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
