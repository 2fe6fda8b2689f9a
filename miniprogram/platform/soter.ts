/** As WeChat names them. */
type Mode = 'fingerPrint' | 'facial'

/** WeChat's number for: closed by the person (90008). Every other failure says that the phone cannot ask now. */
const CANCELLED = 90_008

/** The ways of this phone that somebody has set up on it, in the order in which they are asked for. */
async function modesOfPhone(): Promise<readonly Mode[]> {
  const { supportMode } = await wx.checkIsSupportSoterAuthentication()
  const wanted: readonly Mode[] = ['fingerPrint', 'facial']
  const known = wanted.filter((mode) => (supportMode as readonly string[]).includes(mode))
  const enrolled = await Promise.all(
    known.map(async (checkAuthMode) => (await wx.checkIsSoterEnrolledInDevice({ checkAuthMode })).isEnrolled),
  )
  return known.filter((_, n) => enrolled[n])
}

/**
 * Asks the phone's own fingerprint or face. It guards the screen against whoever picks the phone up; nothing on the server
 * trusts it. `cannot` = this phone has neither, or gives up.
 * @param challenge anything that is new @param reason what it is for, shown by WeChat
 */
export async function askPhoneForOwner(challenge: string, reason: string): Promise<'yes' | 'no' | 'cannot'> {
  try {
    const [mode] = await modesOfPhone()
    if (mode === undefined) return 'cannot'
    await wx.startSoterAuthentication({ requestAuthModes: [mode], challenge, authContent: reason })
    return 'yes'
  } catch (error) {
    return (error as { readonly errCode?: unknown } | null)?.errCode === CANCELLED ? 'no' : 'cannot'
  }
}
