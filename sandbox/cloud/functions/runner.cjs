'use strict'
/**
 * Runs one function's code in a process of its own, one event at a time, as the platform's instances do.
 * Arguments: the entry file. Messages in: {event, context, environment}; out: {loaded}, {failed}, {result}, {error}. Event and result travel as JSON text.
 */
const [, , entry] = process.argv
const HANDLER = 'main'

// The host is gone: nobody would ever end this process.
process.on('disconnect', () => process.exit(0))

let contextKeys = []

/** wx-server-sdk reads the caller's context from the environment each time it is asked. */
function enter(environment) {
  for (const key of contextKeys) delete process.env[key]
  contextKeys = Object.keys(environment)
  Object.assign(process.env, environment)
}

const describe = (error) =>
  error instanceof Error
    ? { message: error.message || error.name, stack: error.stack ?? '' }
    : { message: typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error)), stack: '' }

async function run(handler, { event, context, environment }) {
  enter(environment)
  try {
    const result = await handler(JSON.parse(event), context)
    process.send({ result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    process.send({ error: describe(error) })
  }
}

try {
  const handler = require(entry)[HANDLER]
  if (typeof handler !== 'function') throw new Error(`index.js exports no function "${HANDLER}"`)
  process.on('message', (message) => void run(handler, message))
  process.send({ loaded: true })
} catch (error) {
  process.send({ failed: describe(error) }, () => process.exit(1))
}
