import { jpg as jpgBytes, pdf as pdfBytes, png as pngBytes } from '../../cloudfunctions/support/files'
import { ole } from '../../cloudfunctions/support/compound-file'
import { docx as docxBytes } from '../../cloudfunctions/support/office-files'

/** A fictional file that the citizen picks. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A PDF as the picker hands it over; its name is in it, so that each file's bytes differ (the provider drops equal ones). */
export const pdf = (name: string): PickedFile => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: pdfBytes(name),
})

/** A PNG of one pixel as the picker hands it over; its name is in it. */
export const png = (name: string): PickedFile => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  buffer: pngBytes(name),
})

export const jpg = (name: string): PickedFile => ({
  name: `${name}.jpg`,
  mimeType: 'image/jpeg',
  buffer: jpgBytes(name),
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const docx = (name: string): PickedFile => ({ name: `${name}.docx`, mimeType: DOCX, buffer: docxBytes(name) })

/** A document of an old Word. */
export const doc = (name: string): PickedFile => ({
  name: `${name}.doc`,
  mimeType: 'application/msword',
  buffer: ole(['WordDocument'], name),
})

const MAKERS: Readonly<Record<string, (name: string) => PickedFile>> = { pdf, jpg, png, docx, doc }

/** A file of the first type that is allowed and known here. */
export function fileOf(types: readonly string[], name: string): PickedFile {
  const type = types.find((one) => one in MAKERS) ?? 'pdf'
  return (MAKERS[type] ?? pdf)(name)
}
