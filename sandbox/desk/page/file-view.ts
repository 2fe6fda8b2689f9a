import { el, icon } from './dom'

interface ShownFile {
  readonly attachId: string
  readonly fileName: string
  readonly fileSize: number
}

const PICTURES = /\.(png|jpe?g|gif|webp|bmp)$/i
const ICONS: Readonly<Record<string, string>> = { pdf: 'file-pdf', zip: 'file-zip' }

/** `0.9 MB`, `310 KB`, `87 字节`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A small picture of a picture; what cannot be shown has an icon. */
function thumbnail(address: string, fileName: string): HTMLElement {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const drawn = icon(ICONS[ending] ?? 'file')
  const box = el('span', [drawn], { className: 'thumbnail' })
  if (!PICTURES.test(fileName)) return box
  const picture = el('img', [], { alt: '', loading: 'lazy', src: address })
  picture.addEventListener('error', () => picture.replaceWith(drawn))
  box.replaceChildren(picture)
  return box
}

/** A file to look at: it is always downloaded. */
function fileLink({ attachId, fileName, fileSize }: ShownFile): HTMLElement {
  const href = `api/attachments/${attachId}`
  const name = el('span', [el('span', fileName, { className: 'file-name' }), el('small', sizeText(fileSize))])
  return el('li', [el('a', [thumbnail(href, fileName), name], { href, className: 'file' })])
}

export const fileList = (files: readonly ShownFile[]): HTMLElement =>
  el('ul', files.map(fileLink), { className: 'files' })
