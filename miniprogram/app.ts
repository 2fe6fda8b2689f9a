import { rememberSandbox } from './platform/cloud/index'

App({
  onLaunch({ query }) {
    rememberSandbox(query)
  },
})
