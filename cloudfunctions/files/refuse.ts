import { AppError } from '../kernel/errors'

/**
 * The file cannot be used.
 * @param userMessage what is wrong and what to do now, in plain Chinese
 * @param retryable the same file may be taken when it is sent once more
 */
export const refuse = (userMessage: string, retryable = false): AppError =>
  new AppError('FILE_REFUSED', 'file cannot be used', { userMessage, retryable })
