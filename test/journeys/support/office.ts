import type { PickedFile } from '../../support/citizen/files'
import type { App } from '../../support/app'

/** What a signature is at the office: one attachment's id. */
export const SIGNED: unknown = [expect.any(String)]

function caseAt(app: App, caseNo: string) {
  const found = app.provider.office.openCase(caseNo)
  if (!found) throw new Error(`the office has no case ${caseNo}`)
  return found
}

/** What the office holds of one form of a case, field by field, as the provider keeps it. */
export const filedForm = (app: App, caseNo: string, materialId: string): unknown =>
  caseAt(app, caseNo).forms.find((form) => form.materialId === materialId)?.formData

/** Names of the files that the office holds, by material. */
export function filedFiles(app: App, caseNo: string): Record<string, string[]> {
  const withFiles = caseAt(app, caseNo).materials.filter(({ files }) => files.length > 0)
  return Object.fromEntries(withFiles.map(({ name, files }) => [name, files.map(({ fileName }) => fileName).sort()]))
}

/** The names as `filedFiles` gives them. */
export const fileNames = (files: Readonly<Record<string, readonly PickedFile[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(files).map(([material, list]) => [material, list.map(({ name }) => name).sort()]))
