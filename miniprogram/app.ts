import { showLook } from './behaviors/look'
import { rememberSandbox } from './platform/cloud/index'
import { noteLaunch } from './platform/first-time'
import { watchTheme } from './platform/look'
import { watchForNewVersion } from './services/app-update'

App({
  onLaunch({ path, query }) {
    rememberSandbox(query)
    noteLaunch(path)
    watchForNewVersion()
    watchTheme(showLook)
  },
})
