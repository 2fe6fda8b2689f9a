/** Where a signature is on its way: the pad draws, the page uploads. */
export interface SignatureState {
  readonly state: 'none' | 'uploading' | 'failed' | 'signed'
  /** 0–100 while uploading. */
  readonly percent: number
  /** What went wrong and what to do, when failed. */
  readonly message: string
  /** Local path or short-lived address of the picture; '' = not loaded. */
  readonly image: string
}

export const NO_SIGNATURE: SignatureState = { state: 'none', percent: 0, message: '', image: '' }
