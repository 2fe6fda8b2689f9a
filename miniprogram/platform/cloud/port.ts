/** Progress of an upload or download: 0–100. */
export type OnProgress = (percent: number) => void

/** A running transfer: its result, and a way to stop it (the result then rejects with kind 'aborted'). */
export interface Transfer<T> {
  readonly done: Promise<T>
  abort(): void
}

/**
 * The call did not reach the cloud, or its answer did not come back.
 * - `not-sent`: certainly nothing left the phone. Only where WeChat says so: it has no such word for a lost network.
 * - `network`, `timeout`, `aborted`: it may have left, and may have been done.
 * - `refused`: the platform answered with an error of its own.
 */
export class CloudFailure extends Error {
  constructor(
    readonly kind: 'not-sent' | 'network' | 'timeout' | 'aborted' | 'refused',
    message: string,
  ) {
    super(message)
    this.name = 'CloudFailure'
  }
}

/**
 * The one door to WeChat Cloud. Two implementations: wechat.ts (wx.cloud), and sandbox.ts (the gateway on loopback).
 * Rejects with CloudFailure only.
 */
export interface CloudPort {
  /** Invokes a deployed function and returns what it answered, unparsed. */
  call(functionName: string, data: object): Promise<unknown>
  /** Puts a local file at a path that the server minted; resolves with its file id. */
  upload(cloudPath: string, filePath: string, onProgress?: OnProgress): Transfer<{ fileId: string }>
  /** Fetches a short-lived address that the server gave; resolves with a local path. */
  download(url: string, onProgress?: OnProgress): Transfer<{ filePath: string }>
}
