import { ask, type Style } from './ask'
import { PHONE_CASES } from './cases'
import { type Person } from './phone-case'

/** What the test does on behalf of the person at the browser. */
export type Act = keyof Person

interface Place {
  readonly routes: { readonly home: string; readonly tab: string; readonly page: string }
  readonly server: string
}

declare global {
  var personActs: (act: Act, value: unknown) => Promise<void>
  var runPhoneCase: (index: number, style: Style, place: Place) => Promise<unknown>
  var sandboxHost: { privacyErrno?: 103 | 104; privateApis: readonly string[]; undeclaredApis: readonly string[] }
}

/** Runs a case on the phone of this page, as if it had just been started. */
globalThis.runPhoneCase = async (index, style, { routes, server }) => {
  const one = PHONE_CASES[index]
  if (one === undefined) throw new Error(`there is no case ${index}`)
  localStorage.clear()
  const host = globalThis.sandboxHost
  delete host.privacyErrno
  host.undeclaredApis = []
  document.querySelectorAll('.host-overlay').forEach((overlay) => overlay.remove())
  await ask(wx, 'promise', 'reLaunch', { url: `/${routes.home}` })
  const person: Person = {
    answers: (yes) => globalThis.personActs('answers', yes),
    picks: (files) => globalThis.personActs('picks', files),
    isOnline: (online) => globalThis.personActs('isOnline', online),
    async refusesPrivacy(errno) {
      if (errno === 112) host.undeclaredApis = host.privateApis
      else host.privacyErrno = errno
      return Promise.resolve()
    },
    async hasOpened(pages) {
      for (let depth = 1; depth < pages; depth += 1) await ask(wx, 'promise', 'navigateTo', { url: `/${routes.page}` })
    },
  }
  return one.run({ wx, person, routes, server, ask: (api, options) => ask(wx, style, api, options) })
}
