import { rememberSandbox } from './platform/cloud/index'
import { watchForNewVersion } from './services/app-update'

App({
  onLaunch({ query }) {
    rememberSandbox(query)
    watchForNewVersion()
  },
})
