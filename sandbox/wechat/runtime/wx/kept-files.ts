import { NO_ROOM } from '../../wx-rules/files'
import { currentCitizen } from '../citizen'
import { putFile, USER_DATA_PATH } from './temporary-files'

/**
 * The program's own folder survives a restart, as on a phone: its files are kept in the browser's database, one room per
 * fictional citizen. Files elsewhere are temporary and die with the page.
 */
const DATABASE = 'wx-files'
const STORE = 'files'
/** WeChat's limit for a program's own files. */
const MAX_BYTES = 200 * 1024 * 1024

const isKept = (path: string): boolean => path.startsWith(`${USER_DATA_PATH}/`)
const roomOf = (path: string): string => `${currentCitizen()}:${path}`

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no files'))
  })
}

let opening: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opening ??= (() => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE)
    return finished(request)
  })()
  return opening
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(STORE, mode).objectStore(STORE)
}

/** Puts the files of an earlier run in place; before the program starts. A browser without a database starts without. */
export async function loadKeptFiles(): Promise<void> {
  try {
    const [keys, blobs] = await Promise.all([
      finished((await store('readonly')).getAllKeys()),
      finished((await store('readonly')).getAll() as IDBRequest<Blob[]>),
    ])
    const room = roomOf('')
    keys.forEach((key, index) => {
      const blob = blobs[index]
      if (typeof key === 'string' && key.startsWith(room) && blob) putFile(key.slice(room.length), blob)
    })
  } catch {
    // See above.
  }
}

/** Writes a file of the program's own folder down; throws WeChat's words when the folder is full. */
export async function keepFile(path: string, blob: Blob, usedBytes: number): Promise<void> {
  if (!isKept(path)) return
  if (usedBytes + blob.size > MAX_BYTES) throw new Error(NO_ROOM)
  await finished((await store('readwrite')).put(blob, roomOf(path)))
}

/** Takes a file of the program's own folder out. */
export async function forgetFile(path: string): Promise<void> {
  if (isKept(path)) await finished((await store('readwrite')).delete(roomOf(path)))
}
