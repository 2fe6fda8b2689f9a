'use strict'
/* global MINIMUM_NODE, FUNCTION_NAME */
/**
 * index.js of every deployed function, in ES5: even the oldest Node that WeChat Cloud creates a function with (8.9) reads
 * it, and says what is wrong, where the code itself would fail at some call that hides it. The build puts the two names in.
 * A function's Node cannot be changed after the function was created.
 */
var wanted = MINIMUM_NODE.split('.')
var found = process.versions.node.split('.')

function isTooOld() {
  var major = Number(found[0]) - Number(wanted[0])
  return major < 0 || (major === 0 && Number(found[1]) < Number(wanted[1]))
}

/** The function's own way to say INTERNAL: for HTTP, for a timer, for a page. */
function answer(requestId) {
  if (FUNCTION_NAME === 'callback') {
    var headers = { 'content-type': 'application/json; charset=utf-8' }
    var body = JSON.stringify({ requestId: requestId })
    return { statusCode: 500, headers: headers, body: body, isBase64Encoded: false }
  }
  if (FUNCTION_NAME === 'scheduler') return { ok: false }
  return { ok: false, requestId: requestId, error: { code: 'INTERNAL', retryable: false } }
}

function refuse(event) {
  var asked = event && event.requestId
  var isId = typeof asked === 'string' && /^[A-Za-z0-9-]{8,32}$/.test(asked)
  var requestId = isId ? asked : 'old-node-' + Date.now().toString(36)
  var error = 'this function needs Node ' + MINIMUM_NODE + ' or later and runs on ' + process.versions.node
  var advice = '; a runtime cannot be changed: delete the function and create it with that one (docs/deployment.md)'
  var line = { requestId: requestId, event: 'runtime', code: 'INTERNAL', error: error + advice }
  process.stdout.write(JSON.stringify(line) + '\n')
  return Promise.resolve(answer(requestId))
}

exports.main = isTooOld() ? refuse : require('./function.js').main
