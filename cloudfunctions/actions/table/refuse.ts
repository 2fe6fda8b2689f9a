import { AppError } from '../../kernel/errors'

/** The whole file cannot be used. @param userMessage what is wrong and what to do now, in plain Chinese */
export const refuseTable = (userMessage: string): AppError =>
  new AppError('FILE_REFUSED', 'file is no usable table', { userMessage })
