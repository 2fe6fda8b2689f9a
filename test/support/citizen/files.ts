/** A fictional file that the citizen picks. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A one-page PDF whose comment makes each file's bytes its own (the provider drops equal files). */
export function pdf(name: string): PickedFile {
  const text = `%PDF-1.4\n% FICTIONAL SAMPLE ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(text) }
}

/** A PNG of one pixel; `name` is appended after its end, where readers ignore it, so that each file's bytes differ. */
export function png(name: string): PickedFile {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return {
    name: `${name}.png`,
    mimeType: 'image/png',
    buffer: Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(name)]),
  }
}
