/** Offers to dial a number. Closing the phone's own question is reported as a failure, but is none. */
export async function callPhone(phoneNumber: string): Promise<void> {
  try {
    await wx.makePhoneCall({ phoneNumber })
  } catch {
    // See above; the number stays on the screen.
  }
}
