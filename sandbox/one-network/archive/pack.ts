import { ZipFile } from 'yazl'
import { toReadableForm } from '../forms/readable'
import type { Platform } from '../platform'
import type { CaseRecord } from '../state/records'
import { formPdf } from './form-pdf'

interface Part {
  readonly path: string
  readonly bytes: Buffer
}

/** Folder and file names that every system can unpack. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_').slice(0, 80)

const nameOf = ({ catalogue }: Platform, materialId: string): string =>
  catalogue.materialById.get(materialId)?.material.name ?? materialId

async function formParts(platform: Platform, record: CaseRecord): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const [materialId, saved] of Object.entries(record.forms)) {
    const form = platform.catalogue.formById.get(platform.catalogue.materialById.get(materialId)?.material.formId ?? '')
    if (form === undefined) continue
    const bytes = await formPdf(toReadableForm(form, saved.formData))
    parts.push({ path: `电子表单/${safe(nameOf(platform, materialId))}.pdf`, bytes })
  }
  return parts
}

function fileParts(platform: Platform, record: CaseRecord): readonly Part[] {
  return record.materials.flatMap(({ materialId, attachIds }) =>
    attachIds.flatMap((attachId) => {
      const file = platform.store.attachments.get(attachId)
      const bytes = file && platform.files.read(file.contentId)
      return file && bytes ? [{ path: `${safe(nameOf(platform, materialId))}/${safe(file.fileName)}`, bytes }] : []
    }),
  )
}

/** Two files of one name would hide each other when they are unpacked. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const times = (seen.get(part.path) ?? 0) + 1
    seen.set(part.path, times)
    return times === 1 ? part : { ...part, path: part.path.replace(/(\.[^.]*)?$/, `(${times})$1`) }
  })
}

/** All materials of a case in one zip: its forms as PDFs, and the files of each material in a folder of its name. */
export async function packCase(platform: Platform, record: CaseRecord): Promise<Buffer> {
  const parts = distinct([...(await formParts(platform, record)), ...fileParts(platform, record)])
  const zip = new ZipFile()
  const mtime = new Date(platform.now())
  for (const { path, bytes } of parts) zip.addBuffer(bytes, path, { mtime })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
