export { openApiActions, type TextCheckTrouble } from './actions'
export { SubscribeMessages, type SentMessage } from './subscribe-message'
