export { CLIENT, CONSOLE, HTTP_ACCESS, SANDBOX_APP_ID, TIMER, type Caller } from './caller'
export { CLIENT_LIMITS, FunctionHost, newRequestId, SERVER_LIMITS } from './host'
export { Releases } from './releases'
