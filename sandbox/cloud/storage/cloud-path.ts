import { CloudError } from '../errors'
import { LIMITS } from '../limits'

const controlCharacters = /\p{Cc}/u

/**
 * Checks a cloudPath as the platform does: 1–850 bytes, no leading slash, no empty, `.` or `..` step, no control
 * characters. `%`, `?`, `#` and backslash are refused as well, because the SDK would garble them in an address.
 * Throws STORAGE_REQUEST_FAIL.
 */
export function checkCloudPath(path: string): void {
  const bytes = Buffer.byteLength(path)
  const steps = path.split('/')
  const wrong =
    bytes === 0 ||
    bytes > LIMITS.cloudPathBytes ||
    controlCharacters.test(path) ||
    /[%?#\\]/.test(path) ||
    steps.some((step) => step === '' || step === '.' || step === '..')
  if (wrong)
    throw new CloudError('STORAGE_REQUEST_FAIL', `[InvalidParameter] cloudPath is not allowed: ${path.slice(0, 100)}`)
}

/** File ids of one environment: `cloud://<env>.<bucket>/<cloudPath>`. */
export class FileIds {
  private readonly prefix: string

  constructor(env: string) {
    this.prefix = `cloud://${env}.${Buffer.from(env.slice(0, 2)).toString('hex')}-${env}-1250000000/`
  }

  of(path: string): string {
    return this.prefix + path
  }

  /** The cloudPath, or undefined for an id of another environment. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(this.prefix) ? fileId.slice(this.prefix.length) : undefined
  }
}
