import { must, rowsOf } from '../answers'
import {
  type CaseMaterial,
  type FileInfo,
  type PastFile,
  toCaseMaterials,
  toFileInfo,
  toPastFile,
} from '../mappers/attachments'
import { toCaseContents } from '../mappers/case-contents'
import { toCaseBrief } from '../mappers/cases'
import { type CaseForm, toCaseForms } from '../mappers/supplements'
import { count, text } from '../read'
import { type CaseContents } from '../../../miniprogram/shared/domain/archive'
import { type EarlierCasePage } from '../../../miniprogram/shared/domain/attachment'
import { type UserSession } from '../user-session'

/** What is known of a file of the user's, with an address for 300 seconds (#8). NOT_FOUND for another's. */
export async function readFileInfo(user: UserSession, attachId: string): Promise<FileInfo> {
  const data = await user.call('getAttachmentInfo', { attachId })
  return must(toFileInfo(data, user.signMethod), 'attachId or downloadUrl')
}

/** The files of this material in the user's last filing that had it (#9). */
export async function listLastFiles(user: UserSession, materialId: string): Promise<readonly PastFile[]> {
  const data = await user.call('listLastAttachments', { materialId })
  return rowsOf(data).flatMap((row) => toPastFile(row, user.signMethod) ?? [])
}

/** The user's cases that have files, newest first (#20). */
export async function listCasesWithFiles(
  user: UserSession,
  pageNo: number,
  pageSize: number,
): Promise<EarlierCasePage> {
  const data = await user.call('listCasesWithAttachments', { pageNo, pageSize })
  const rows = rowsOf(data).flatMap((row) => {
    const { caseNo, matterName, status, submittedAt } = toCaseBrief(row)
    return caseNo ? [{ caseNo, matterName, statusName: status.name, submittedAt }] : []
  })
  return { total: count(data?.total) ?? rows.length, pageNo: count(data?.pageNo) ?? pageNo, rows }
}

/** Everything that was submitted in a case: files by material, and forms. */
export interface CaseContent {
  readonly files: readonly CaseMaterial[]
  readonly forms: readonly CaseForm[]
}

/** What a case has (#21). NOT_FOUND when it does not exist or is not the user's. */
export async function readCaseContent(user: UserSession, caseNo: string): Promise<CaseContent> {
  const data = await caseMaterials(user, caseNo)
  return { files: toCaseMaterials(data, user.signMethod), forms: toCaseForms(data) }
}

/** The same as a list to compare with: forms, files, promises (#21). */
export async function readMaterialList(user: UserSession, caseNo: string): Promise<CaseContents> {
  return toCaseContents(await caseMaterials(user, caseNo))
}

async function caseMaterials(user: UserSession, caseNo: string) {
  const data = await user.call('listCaseMaterials', { caseNo })
  must(text(data?.caseNo), 'caseNo')
  return data
}

/** The materials of a case that have files. */
export const listFilesOfCase = async (user: UserSession, caseNo: string): Promise<readonly CaseMaterial[]> =>
  (await readCaseContent(user, caseNo)).files
