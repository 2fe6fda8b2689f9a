import { byCallbacks, type Interface } from '../ask'
import { type Answer, member, type Phone, type PhoneCase, shape, simplified } from '../phone-case'

interface Task {
  abort(): void
  onProgressUpdate(listener: (progress: unknown) => void): void
}

/** Calls an interface that returns a task, which is handed to `use`. */
function transfer({ wx }: Phone, api: string, options: object, use?: (task: Task) => void): Promise<Answer> {
  const call: Interface = (given) => {
    const task = (Reflect.get(wx, api) as Interface)(given) as Task
    use?.(task)
    return task
  }
  return byCallbacks(api, call, options, 'task')
}

/** A temporary file with this text. */
export async function fileWith(phone: Phone, text: string, name = 'a.txt'): Promise<string> {
  const url = `${phone.server}/files/${encodeURIComponent(text)}/${name}`
  const answer = await transfer(phone, 'downloadFile', { url })
  return 'ok' in answer ? String(member(answer.ok, 'tempFilePath')) : ''
}

/** A file that is not there, and what comes of asking for it. */
export const NOWHERE = 'nowhere.pdf'
export const missing = { fail: `no such file or directory ${NOWHERE}` }

const request = (phone: Phone, options: object, use?: (task: Task) => void): Promise<Answer> =>
  transfer(phone, 'request', { url: `${phone.server}/echo`, ...options }, use)

const offline = { fail: 'net::ERR_INTERNET_DISCONNECTED' }
const aborted = { fail: 'abort' }

async function withoutNetwork(phone: Phone, act: () => Promise<Answer>): Promise<Answer> {
  await phone.person.isOnline(false)
  return act()
}

/** How the last progress looked, and whether it came before the end. */
async function progressOf(run: (use: (task: Task) => void) => Promise<Answer>): Promise<unknown> {
  const heard: unknown[] = []
  await run((task) => task.onProgressUpdate((progress) => heard.push(progress)))
  return { last: member(heard.at(-1), 'progress'), shape: shape(heard.at(-1)) }
}

const upload = (phone: Phone, filePath: string, use?: (task: Task) => void): Promise<Answer> => {
  const url = `${phone.server}/upload`
  return transfer(phone, 'uploadFile', { url, filePath, name: 'file', formData: { cloudPath: 'a/b' } }, use)
}

export const transferCases: readonly PhoneCase[] = [
  {
    api: 'request',
    asks: 'sends JSON and reads JSON',
    answers: {
      ok: {
        statusCode: 200,
        type: 'application/json',
        data: { method: 'POST', url: '/echo', type: 'application/json', body: '{"a":1}' },
      },
    },
    run: async (phone) =>
      simplified(await request(phone, { method: 'POST', data: { a: 1 } }), (result) => ({
        statusCode: member(result, 'statusCode'),
        type: member(result, 'header', 'content-type'),
        data: member(result, 'data'),
      })),
  },
  {
    api: 'request',
    asks: 'puts the data of a GET into the address',
    answers: { ok: '/echo?a=1&b=x' },
    run: async (phone) =>
      simplified(await request(phone, { data: { a: 1, b: 'x' } }), (result) => member(result, 'data', 'url')),
  },
  {
    api: 'request',
    asks: 'leaves a text a text when it is not JSON',
    answers: { ok: 'no JSON' },
    run: async (phone) =>
      simplified(await request(phone, { url: `${phone.server}/files/no%20JSON/a.txt` }), (result) =>
        member(result, 'data'),
      ),
  },
  {
    api: 'request',
    asks: 'takes 404 for an answer',
    answers: { ok: 404 },
    run: async (phone) =>
      simplified(await request(phone, { url: `${phone.server}/missing` }), (result) => member(result, 'statusCode')),
  },
  {
    api: 'request',
    asks: 'fails without a network',
    answers: offline,
    run: (phone) => withoutNetwork(phone, () => request(phone, {})),
    limit: "WeChat's words differ from phone to phone",
  },
  {
    api: 'request',
    asks: 'stops when told',
    answers: aborted,
    run: (phone) => request(phone, { url: `${phone.server}/silent` }, (task) => setTimeout(() => task.abort())),
  },
  {
    api: 'request',
    asks: 'gives up after its timeout',
    answers: { fail: 'timeout' },
    run: (phone) => request(phone, { url: `${phone.server}/silent`, timeout: 200 }),
  },
  {
    api: 'downloadFile',
    asks: 'answers with a temporary file that keeps its extension',
    answers: { ok: { tempFilePath: 'txt', statusCode: 200 } },
    run: async (phone) =>
      simplified(await transfer(phone, 'downloadFile', { url: `${phone.server}/files/text/a.txt` }), (result) => ({
        ...(result as object),
        tempFilePath: String(member(result, 'tempFilePath')).split('.').at(-1),
      })),
  },
  {
    api: 'downloadFile',
    asks: 'takes 404 for an answer',
    answers: { ok: 404 },
    run: async (phone) =>
      simplified(await transfer(phone, 'downloadFile', { url: `${phone.server}/missing` }), (result) =>
        member(result, 'statusCode'),
      ),
  },
  {
    api: 'downloadFile',
    asks: 'tells its progress',
    answers: {
      last: 100,
      shape: { progress: 'number', totalBytesWritten: 'number', totalBytesExpectedToWrite: 'number' },
    },
    run: (phone) =>
      progressOf((use) => transfer(phone, 'downloadFile', { url: `${phone.server}/files/text/a.txt` }, use)),
  },
  {
    api: 'downloadFile',
    asks: 'stops when told',
    answers: aborted,
    run: (phone) =>
      transfer(phone, 'downloadFile', { url: `${phone.server}/silent` }, (task) => setTimeout(() => task.abort())),
  },
  {
    api: 'downloadFile',
    asks: 'fails without a network',
    answers: offline,
    run: (phone) =>
      withoutNetwork(phone, () => transfer(phone, 'downloadFile', { url: `${phone.server}/files/text/a.txt` })),
    limit: "WeChat's words differ from phone to phone",
  },
  {
    api: 'uploadFile',
    asks: 'sends the fields before the file and answers with text',
    answers: { ok: { statusCode: 200, data: '{"fileID":"cloud://file","parts":["cloudPath","file"]}' } },
    run: async (phone) => upload(phone, await fileWith(phone, 'text')),
  },
  {
    api: 'uploadFile',
    asks: 'tells its progress',
    answers: { last: 100, shape: { progress: 'number', totalBytesSent: 'number', totalBytesExpectedToSend: 'number' } },
    async run(phone) {
      const path = await fileWith(phone, 'text')
      return progressOf((use) => upload(phone, path, use))
    },
  },
  {
    api: 'uploadFile',
    asks: 'fails without the file',
    answers: missing,
    run: (phone) => upload(phone, NOWHERE),
  },
  {
    api: 'uploadFile',
    asks: 'fails without a network',
    answers: offline,
    async run(phone) {
      const path = await fileWith(phone, 'text')
      return withoutNetwork(phone, () => upload(phone, path))
    },
    limit: "WeChat's words differ from phone to phone",
  },
]
