/** The ids of the office's two WeChat Cloud environments: what is tried out never reaches what citizens use. */
interface Environments {
  readonly test: string
  readonly production: string
}

/** '' = not known yet, or the only one of the AppID: WeChat takes its default one. Filled in once, see docs/deployment.md. */
const ENVIRONMENTS: Environments = { test: '', production: '' }

/** What `wx.cloud.init` is told. Only the released version works for citizens; a developer's copy and the trial are for testing. */
export function initOptions(
  envVersion: 'develop' | 'trial' | 'release',
  { test, production }: Environments = ENVIRONMENTS,
): { env?: string; traceUser: false } {
  const env = envVersion === 'release' ? production : test
  return { ...(env === '' ? {} : { env }), traceUser: false }
}
