import { type Waiting } from '../../kernel/context'
import { must, rowsOf } from '../answers'
import { oneNetwork } from '../client'
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

/** What is known of a file of the user's, with an address for 300 seconds (#8). NOT_FOUND for another's. */
export async function readFileInfo(attachId: string, userToken: string, waiting: Waiting): Promise<FileInfo> {
  const client = oneNetwork()
  const data = await client.call('getAttachmentInfo', { attachId }, waiting, { userToken })
  return must(toFileInfo(data, client.signMethod), 'attachId or downloadUrl')
}

/** The files of this material in the user's last filing that had it (#9). */
export async function listLastFiles(
  materialId: string,
  userToken: string,
  waiting: Waiting,
): Promise<readonly PastFile[]> {
  const client = oneNetwork()
  const data = await client.call('listLastAttachments', { materialId }, waiting, { userToken })
  return rowsOf(data).flatMap((row) => toPastFile(row, client.signMethod) ?? [])
}

/** The user's cases that have files, newest first (#20). */
export async function listCasesWithFiles(
  pageNo: number,
  pageSize: number,
  userToken: string,
  waiting: Waiting,
): Promise<EarlierCasePage> {
  const data = await oneNetwork().call('listCasesWithAttachments', { pageNo, pageSize }, waiting, { userToken })
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
export async function readCaseContent(caseNo: string, userToken: string, waiting: Waiting): Promise<CaseContent> {
  const data = await caseMaterials(caseNo, userToken, waiting)
  return { files: toCaseMaterials(data, oneNetwork().signMethod), forms: toCaseForms(data) }
}

/** The same as a list to compare with: forms, files, promises (#21). */
export async function readMaterialList(caseNo: string, userToken: string, waiting: Waiting): Promise<CaseContents> {
  return toCaseContents(await caseMaterials(caseNo, userToken, waiting))
}

async function caseMaterials(caseNo: string, userToken: string, waiting: Waiting) {
  const data = await oneNetwork().call('listCaseMaterials', { caseNo }, waiting, { userToken })
  must(text(data?.caseNo), 'caseNo')
  return data
}

/** The materials of a case that have files. */
export const listFilesOfCase = async (
  caseNo: string,
  userToken: string,
  waiting: Waiting,
): Promise<readonly CaseMaterial[]> => (await readCaseContent(caseNo, userToken, waiting)).files
