import { CloudFailure, cloudPort } from '../platform/cloud/index'
import { ServiceError, toFailure } from './service-error'

/** A file on its way to the phone. */
export interface Download {
  /** Resolves with a local path; undefined when it was stopped. */
  readonly done: Promise<string | undefined>
  stop(): void
}

/**
 * Brings a stored file to the phone. `onProgress`: 0–100. `done` rejects with ServiceError only.
 * @param address asks for a short-lived address of it @param failed what is said when it does not arrive whole
 */
export function download(
  address: () => Promise<{ readonly url: string }>,
  failed: string,
  onProgress: (percent: number) => void,
): Download {
  let isStopped = false
  let abort = (): void => undefined
  const run = async (): Promise<string | undefined> => {
    const { url } = await address()
    if (isStopped) return undefined
    const transfer = cloudPort().download(url, onProgress)
    abort = () => transfer.abort()
    try {
      return (await transfer.done).filePath
    } catch (error) {
      if (!(error instanceof CloudFailure)) throw error
      if (error.kind === 'aborted') return undefined
      throw new ServiceError(toFailure({ code: 'NETWORK', retryable: true, message: failed }))
    }
  }
  return {
    done: run(),
    stop: () => {
      isStopped = true
      abort()
    },
  }
}
