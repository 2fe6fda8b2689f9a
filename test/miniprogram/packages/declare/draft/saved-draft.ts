import { Draft } from '../../../../../miniprogram/packages/declare/draft/draft'
import { DraftSaver, type SaveState } from '../../../../../miniprogram/packages/declare/draft/draft-saver'
import type { DraftCopy } from '../../../../../miniprogram/platform/storage'
import { outcomeOf } from '../../../../../miniprogram/services/call'
import { ServiceError, toFailure } from '../../../../../miniprogram/services/service-error'
import type { FieldProblem, ReplyError } from '../../../../../miniprogram/shared/contract/reply'
import type { FormPatch } from '../../../../../miniprogram/shared/domain/declaration'
import { declaration, FORM_ID } from '../declaration-fixture'

/** A draft, its saver, and a server and phone that the test holds. */

const OFFLINE = { code: 'NETWORK', retryable: true } as const
const SAVED_AT = '2026-11-02T12:03:00+08:00'

/** A server and a phone of one draft, as far as the saver sees them. */
export function setUp(opened = declaration()) {
  const world = {
    saves: [] as { baseVersion: number; patches: readonly FormPatch[] }[],
    /** Errors for the next saves, in order. */
    errors: [] as ReplyError[],
    newest: declaration(),
    /** Nobody answers: neither a save nor the question after it. */
    offline: false,
    copy: null as DraftCopy | null,
    phoneFull: false,
    states: [] as SaveState[],
    version: 3,
    /** Holds up the answers. */
    gate: null as (() => Promise<void>) | null,
  }
  const draft = new Draft(opened)
  const saver = new DraftSaver(draft, {
    save: async (baseVersion, patches) => {
      world.saves.push({ baseVersion, patches })
      await world.gate?.()
      const error = world.offline ? OFFLINE : world.errors.shift()
      if (error) throw new ServiceError(toFailure(error, 'req-1', outcomeOf(error.code, 'same')))
      world.version = baseVersion + 1
      return { version: world.version, savedAt: SAVED_AT }
    },
    open: () => (world.offline ? Promise.reject(new ServiceError(toFailure(OFFLINE))) : Promise.resolve(world.newest)),
    keep: (copy) => {
      if (world.phoneFull) return Promise.reject(new Error('storage is full'))
      world.copy = structuredClone(copy)
      return Promise.resolve()
    },
    drop: () => {
      world.copy = null
      return Promise.resolve()
    },
    onState: (state) => world.states.push(state),
  })
  return { world, draft, saver }
}

export const refusal = (code: ReplyError['code'], fields?: readonly FieldProblem[]): ReplyError => ({
  code,
  retryable: false,
  ...(fields ? { fields } : {}),
})

export const type = ({ draft, saver }: ReturnType<typeof setUp>, field: string, value: string): void => {
  draft.set(FORM_ID, field, value)
  saver.touch()
}

/** Time passes when the test says so. */
export function useFakeClock(): void {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())
}
