import type { EarlierCase, EarlierFile } from '../../../shared/domain/attachment'
import { sizeText } from '../../../shared/domain/size-text'
import { formatBeijingDate } from '../../../shared/domain/time'
import { fileIcon } from './file-icon'

/** A file of an earlier case as a row. */
export interface EarlierFileView {
  readonly earlierId: string
  readonly name: string
  readonly size: string
  /** See svg-icon. */
  readonly icon: string
  /** Date and case. */
  readonly source: string
  /** The material that it was handed in for. */
  readonly of: string
  /** Why it does not fit; '' = it does. */
  readonly obstacle: string
  /** It was taken on this page. */
  readonly used: boolean
  readonly canUse: boolean
}

/** An earlier case, with its files once it was opened. */
export interface EarlierCaseView {
  readonly caseNo: string
  readonly matterName: string
  /** Status, number and date. */
  readonly note: string
  readonly open: boolean
  readonly loading: boolean
  readonly failed: string
  readonly files: readonly EarlierFileView[]
}

export function earlierFileView(file: EarlierFile): EarlierFileView {
  const { earlierId, fileName, size, materialName, caseNo, uploadedAt, obstacle = '' } = file
  return {
    earlierId,
    name: fileName,
    size: sizeText(size),
    icon: fileIcon(fileName),
    source: `${formatBeijingDate(uploadedAt)}上传 · 办件尾号 ${caseNo.slice(-4)}`,
    of: materialName,
    obstacle,
    used: false,
    canUse: obstacle === '',
  }
}

export function earlierCaseView({ caseNo, matterName, statusName, submittedAt }: EarlierCase): EarlierCaseView {
  const note = `${formatBeijingDate(submittedAt)}提交，${statusName}，办件号 ${caseNo}`
  return { caseNo, matterName, note, open: false, loading: false, failed: '', files: [] }
}

/** The rows after a try to use some of them. */
export function afterUse(
  files: readonly EarlierFileView[],
  used: ReadonlySet<string>,
  refused: ReadonlyMap<string, string>,
): readonly EarlierFileView[] {
  return files.map((file) => {
    const obstacle = refused.get(file.earlierId)
    if (used.has(file.earlierId)) return { ...file, used: true, canUse: false }
    return obstacle === undefined ? file : { ...file, obstacle, canUse: false }
  })
}
