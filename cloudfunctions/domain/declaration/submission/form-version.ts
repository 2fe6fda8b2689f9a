import { AppError } from '../../../kernel/errors'
import { isFailure } from '../../../one-network/failure'
import { type DeclarationRow } from '../../../stores/declarations'
import { isOutdated } from '../form-move/move'

/** The draft has moved, or will when it is opened: the applicant looks at it before anything is sent. */
export const formReplaced = (cause?: unknown): AppError =>
  new AppError('CONFLICT', 'form was replaced by a new version', {
    userMessage: '办理部门换了新版申报表，这次没有提交，您填写的内容都在。请打开申报表，看看哪些要补填、要核对，再提交',
    cause,
  })

/**
 * A failure of the submit as the applicant needs it: when the provider wants another version of a form than we sent
 * (3001, contract chapter 12), either a newer one is held here, or the office is just about to change it.
 */
export function plainly(error: unknown, draft: DeclarationRow): unknown {
  if (!isFailure(error, 'form-version')) return error
  if (isOutdated({ ...draft, state: 'draft' })) return formReplaced(error)
  return new AppError('UPSTREAM_REJECTED', 'provider wants a version of the form that is not held here', {
    userMessage:
      '办理部门正在更换申报表，暂时不能在小程序里提交。这次没有提交，您填写的内容都已保留。请稍后再试；急需办理的，以窗口答复为准',
    ...(error.detail.upstream ? { upstream: error.detail.upstream } : {}),
    cause: error,
  })
}
