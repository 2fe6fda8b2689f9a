/** Calls `listener` whenever the connection comes or goes; the returned function stops that. */
export function watchNetwork(listener: (online: boolean) => void): () => void {
  const handler = (change?: object): void =>
    listener(change !== undefined && 'isConnected' in change && change.isConnected === true)
  wx.onNetworkStatusChange(handler)
  return () => wx.offNetworkStatusChange(handler)
}
