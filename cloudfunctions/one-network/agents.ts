import { Agent as HttpAgent, type AgentOptions, type ClientRequestArgs } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { type Duplex } from 'node:stream'

/** Contract chapter 11: 连接超时 3 秒. */
const CONNECT_TIMEOUT_MS = 3000

const OPTIONS: AgentOptions = { keepAlive: true, maxSockets: 10, maxFreeSockets: 10, scheduling: 'lifo' }

/** Gives up on a socket that does not connect in time; the code says that nothing was sent yet. */
function limitConnecting(socket: Duplex | null | undefined, connectedEvent: string): Duplex | null | undefined {
  if (!socket) return socket
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('connect timeout'), { code: 'CONNECT_TIMEOUT' }))
  }, CONNECT_TIMEOUT_MS)
  const stop = () => clearTimeout(timer)
  socket.once(connectedEvent, stop).once('close', stop)
  return socket
}

type OnCreate = (error: Error | null, stream: Duplex) => void

class LimitedHttpAgent extends HttpAgent {
  override createConnection(options: ClientRequestArgs, callback?: OnCreate): Duplex | null | undefined {
    return limitConnecting(super.createConnection(options, callback), 'connect')
  }
}

class LimitedHttpsAgent extends HttpsAgent {
  override createConnection(options: ClientRequestArgs, callback?: OnCreate): Duplex | null | undefined {
    return limitConnecting(super.createConnection(options, callback), 'secureConnect')
  }
}

/** Keep-alive agents of one client: without them every call would pay for a handshake. */
export const createAgents = () => ({
  httpAgent: new LimitedHttpAgent(OPTIONS),
  httpsAgent: new LimitedHttpsAgent(OPTIONS),
})
