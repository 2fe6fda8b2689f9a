import { fileTypeOf } from '../../../shared/domain/file-kind'

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png'])

const ICONS: Readonly<Record<string, string>> = {
  pdf: 'file-pdf',
  doc: 'file-word',
  docx: 'file-word',
  xls: 'file-excel',
  xlsx: 'file-excel',
  zip: 'file-zip',
  mp4: 'video',
}

/** Can `image` show it? */
export const isPicture = (fileName: string): boolean => PICTURES.has(fileTypeOf(fileName))

/** The icon (see svg-icon) that stands for a file whose content is not shown. */
export const fileIcon = (fileName: string): string =>
  isPicture(fileName) ? 'image' : (ICONS[fileTypeOf(fileName)] ?? 'file')
