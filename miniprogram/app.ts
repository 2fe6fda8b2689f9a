import { showLook } from './behaviors/look'
import { rememberSandbox } from './platform/cloud/index'
import { watchTheme } from './platform/look'
import { watchForNewVersion } from './services/app-update'

App({
  onLaunch({ query }) {
    rememberSandbox(query)
    watchForNewVersion()
    watchTheme(showLook)
  },
})
