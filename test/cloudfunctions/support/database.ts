import cloud from 'wx-server-sdk'
import { openidOf } from '../../../sandbox/cloud'
import { functionEnvironment } from '../../../sandbox/environment'
import { readConfig } from '../../../cloudfunctions/kernel/config'
import { type BindingRow } from '../../../cloudfunctions/stores/bindings'
import { type System } from '../../support/system'

/** The database behind the functions, with the real SDK: for tests that must break or age what is stored. */
export function databaseOf(system: System) {
  Object.assign(process.env, system.cloud.sdkEnv)
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  const db = cloud.database()
  return {
    rows: async (collection: string, where: object): Promise<Record<string, unknown>[]> => {
      const answer = (await db.collection(collection).where(where).get()) as { data: Record<string, unknown>[] }
      return answer.data
    },
    count: (collection: string, where: object) =>
      db.collection(collection).where(where).count() as Promise<{ total: number }>,
    add: async (collection: string, data: object): Promise<void> => {
      await db.collection(collection).add({ data })
    },
    update: async (collection: string, where: object, data: object): Promise<void> => {
      await db.collection(collection).where(where).update({ data })
    },
    remove: async (collection: string, where: object): Promise<void> => {
      await db.collection(collection).where(where).remove()
    },
  }
}

/** Seals and opens as the functions do. */
export const sealerOf = (system: System) => readConfig(functionEnvironment(system.provider)).sealer

/** Looks into and changes a citizen's tokens, as time or the provider would. */
export function tokensOf(system: System, citizenId: string) {
  const { rows, update } = databaseOf(system)
  const sealer = sealerOf(system)
  const where = { openid: openidOf(citizenId), subjectType: 'person' }
  const row = async () => (await rows('bindings', where))[0] as unknown as BindingRow
  return {
    row,
    expire: () => update('bindings', where, { tokenExpiresAt: 0 }),
    replace: async (change: Partial<{ userToken: string; refreshToken: string }>) => {
      const { _id, tokens } = await row()
      const old = sealer.open(tokens, `${_id}/tokens`) as object
      await update('bindings', where, { tokens: sealer.seal({ ...old, ...change }, `${_id}/tokens`) })
    },
  }
}
