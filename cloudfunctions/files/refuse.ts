import { AppError } from '../kernel/errors'

/**
 * The file cannot be used.
 * @param userMessage what is wrong and what to do now, in plain Chinese
 * @param retryable the same file may be taken when it is sent once more
 */
export const refuse = (userMessage: string, retryable = false): AppError =>
  new AppError('FILE_REFUSED', 'file cannot be used', { userMessage, retryable })

/** Why a file was refused, in the words for the citizen; any other error is thrown on. */
export function refusalIn(error: unknown): string {
  if (!(error instanceof AppError && error.code === 'FILE_REFUSED')) throw error
  return error.detail.userMessage ?? '这个文件不能使用，请换一个文件'
}
