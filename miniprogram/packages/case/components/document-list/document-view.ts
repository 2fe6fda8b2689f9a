import { numberedSentence, type Failure } from '../../../../services/service-error'
import type { ErrorCode } from '../../../../shared/contract/errors'
import { shownOnPhone } from '../../../../shared/domain/archive'
import type { IssuedDocument } from '../../../../shared/domain/case'
import { fileTypeOf } from '../../../../shared/domain/file-kind'
import { formatBeijingDate } from '../../../../shared/domain/time'

/** A document as a row shows it. */
export interface DocumentView {
  readonly key: string
  readonly name: string
  /** Number and day; '' = the provider says neither. */
  readonly facts: string
  /** '' = on paper only. */
  readonly documentId: string
}

const documentView = ({ name, number, issuedAt, documentId }: IssuedDocument, index: number): DocumentView => ({
  key: String(index),
  name: name || '未写名称的文书',
  facts: [number, issuedAt === undefined ? undefined : `${formatBeijingDate(issuedAt)}制发`].filter(Boolean).join('\n'),
  documentId: documentId ?? '',
})

/** What can be opened first, the newest of it first: the certificate comes last in a case, and is what one looks for. */
export function documentRows(documents: readonly IssuedDocument[]): readonly DocumentView[] {
  const order = ({ documentId, issuedAt }: IssuedDocument): string => `${documentId ? 1 : 0}${issuedAt ?? ''}`
  return documents
    .map((document, index) => ({ at: order(document), row: documentView(document, index) }))
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .map(({ row }) => row)
}

/** What to do about documents that are on paper only. @param phone of the window; '' = not known now */
export function paperText(phone: string): string {
  const call = phone === '' ? '向办理窗口' : `拨打窗口电话 ${phone} `
  return `没有电子件，请带身份证件到窗口领取；能不能邮寄，请${call}问清。`
}

/** Why WeChat cannot show a file of this name; '' = it can. */
export function unshownText(fileName: string): string {
  if (shownOnPhone(fileName) !== 'nothing') return ''
  const type = fileTypeOf(fileName).toUpperCase()
  return `手机微信打不开${type === '' ? '这种' : ` ${type} `}文件。请点右边的“转发”，发到“文件传输助手”后在电脑上打开。`
}

/** What is said here of a document that did not open, instead of the code's own sentence. */
const NOT_OPENED: Readonly<Partial<Record<ErrorCode, string>>> = {
  NOT_FOUND: '一网通没有找到这份文书，可能已经更换。请返回后重新打开，仍没有请联系窗口。',
  // Also what came here and cannot be shown: no call failed then.
  INTERNAL: '请检查网络后再试，或换一部手机查看。',
}

export const notOpenedText = (failure: Failure): string => NOT_OPENED[failure.code] ?? numberedSentence(failure)
