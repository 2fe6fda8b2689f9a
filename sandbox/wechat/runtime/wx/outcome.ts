import { type Options, settle as settleUnasked } from '../../wx-rules/outcome'
import { privacyRefusal } from '../../wx-rules/privacy'

export { type Options } from '../../wx-rules/outcome'

/** WeChat asks its privacy guide, and through it the citizen, before it runs an interface. */
function checkPrivacy(name: string): void {
  const { privateApis, undeclaredApis, privacyErrno } = globalThis.sandboxHost
  if (undeclaredApis.includes(name)) throw privacyRefusal(112)
  if (privacyErrno !== undefined && privateApis.includes(name)) throw privacyRefusal(privacyErrno)
}

/** Runs a wx API the way WeChat does, if the privacy guide lets it. */
export const settle = <T extends object>(
  name: string,
  options: Options | undefined,
  work: () => T | Promise<T>,
): ReturnType<typeof settleUnasked<T>> =>
  settleUnasked(name, options, () => {
    checkPrivacy(name)
    return work()
  })
