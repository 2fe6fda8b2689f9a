import { FUNCTIONS } from './wire.generated'

/** The functions of the contract as it describes them; each that is used has one resource method and one mapper. */
export { FUNCTIONS }

export type FunctionKey = keyof typeof FUNCTIONS
export type UploadKey = 'uploadFormAttachment' | 'uploadAttachment' | 'uploadSupplementAttachment'
export type DownloadKey = 'downloadBlankForm' | 'downloadCaseArchive'
export type JsonKey = Exclude<FunctionKey, UploadKey | DownloadKey>

/**
 * How a call may be repeated (contract chapter 9). safe: always. requestNo: only with the same requestNo, which the
 * body holds. never: not at all (login: one-time credentials, counted failures).
 */
export type RetryClass = (typeof FUNCTIONS)[FunctionKey]['retry']
