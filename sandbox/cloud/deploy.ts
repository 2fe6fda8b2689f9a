import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { messageOf } from './errors'

const Deny = v.literal(false, 'clients have no direct access: the rule must be false')

const Collection = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]*$/)),
  rule: v.object({ read: Deny, write: Deny }),
  indexes: v.optional(
    v.array(
      v.object({
        name: v.string(),
        keys: v.record(v.string(), v.picklist([1, -1])),
        unique: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
})

/** The one form of the platform's rule language that is understood here: own files only, at paths of one pattern. */
const OWN_FILES_AT = /^resource\.openid == auth\.openid && \/(\^.+\$)\/\.test\(resource\.path\) == true$/

/**
 * Who may touch stored files directly, in the platform's own words, as they are entered in its console. `read`: nobody
 * (downloads go through temporary URLs that a function gives). `write`: a citizen may put a file, or replace or delete one of
 * her own, where the path fits. The language knows neither sizes nor what was minted.
 */
const StorageRules = v.strictObject({
  read: Deny,
  write: v.union([
    v.literal(false),
    v.pipe(
      v.string(),
      v.regex(OWN_FILES_AT, 'a rule of another form is not understood here'),
      v.transform((rule) => ({ path: new RegExp(OWN_FILES_AT.exec(rule)?.[1] ?? '(?!)') })),
    ),
  ]),
})

/** Strict, so that a second timer cannot be written in any way: WeChat Cloud allows one trigger for a function. */
const Functions = v.record(
  v.string(),
  v.strictObject({
    memoryMB: v.optional(v.number()),
    timeoutMs: v.optional(v.number()),
    openapi: v.optional(v.array(v.string())),
    timer: v.optional(v.strictObject({ name: v.string(), cron: v.string() })),
    http: v.optional(v.object({ path: v.pipe(v.string(), v.regex(/^\/[\w/-]*$/)) })),
  }),
)

/** Message templates that the mini-program was granted, each with its fields, e.g. ["thing1", "phrase2"]. */
const MessageTemplates = v.array(v.object({ templateId: v.string(), title: v.string(), fields: v.array(v.string()) }))

export type CollectionSettings = v.InferOutput<typeof Collection>
export type StorageRules = v.InferOutput<typeof StorageRules>
export type MessageTemplate = v.InferOutput<typeof MessageTemplates>[number]

/** What the cloud environment needs, as the files in deploy/ say it. */
export interface Deployment {
  readonly collections: readonly CollectionSettings[]
  readonly storage: StorageRules
  /** HTTP access: path → function. */
  readonly routes: ReadonlyMap<string, string>
  readonly messageTemplates: readonly MessageTemplate[]
}

function readJson<S extends v.GenericSchema>(file: string, schema: S, missing: unknown): v.InferOutput<S> {
  let value: unknown = missing
  try {
    if (existsSync(file)) value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
  }
  const checked = v.safeParse(schema, value)
  if (checked.success) return checked.output
  const [issue] = checked.issues
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`)
}

/**
 * Reads and checks collections.json, storage-rules.json, functions.json and subscribe-templates.json of `deployDir`.
 * A missing file means: no collections, no uploads, no HTTP access, no templates.
 * Throws an Error that names the file and the place of a mistake.
 */
export function readDeployment(deployDir: string): Deployment {
  const functions = readJson(join(deployDir, 'functions.json'), Functions, {})
  const routes = new Map<string, string>()
  for (const [name, settings] of Object.entries(functions)) if (settings.http) routes.set(settings.http.path, name)
  return {
    collections: readJson(join(deployDir, 'collections.json'), v.array(Collection), []),
    storage: readJson(join(deployDir, 'storage-rules.json'), StorageRules, { read: false, write: false }),
    routes,
    messageTemplates: readJson(join(deployDir, 'subscribe-templates.json'), MessageTemplates, []),
  }
}
