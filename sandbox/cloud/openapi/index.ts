export { openApiActions } from './actions'
export { SubscribeMessages, type SentMessage } from './subscribe-message'
