import { type AccountView, type Identity } from '../../../miniprogram/shared/domain/account'
import { config } from '../../kernel/config'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { type Profile } from '../../one-network/mappers/account'
import { type BindingRow, listBindings } from '../../stores/bindings'
import { maskCertNo, maskName, maskPhone } from './masking'

/** Who acts: the citizen's active One-Network account. */
export interface ActiveIdentity {
  readonly bindingId: string
  readonly openid: string
  readonly userId: string
  readonly profile: Profile
}

export const sealedPlace = (bindingId: string, what: 'profile' | 'tokens'): string => `${bindingId}/${what}`

/** Throws when the row was tampered with or the key changed. */
export const openProfile = (row: BindingRow): Profile =>
  config().sealer.open(row.profile, sealedPlace(row._id, 'profile')) as Profile

function toIdentity(row: BindingRow): Identity {
  const { subjectType, name, idNo, uscc, phone, agentName } = openProfile(row)
  const person = subjectType === 'person'
  return {
    subjectType,
    displayName: person ? maskName(name) : name,
    maskedCertNo: maskCertNo((person ? idNo : uscc) ?? ''),
    maskedPhone: maskPhone(phone ?? ''),
    ...(agentName && !person ? { agentName: maskName(agentName) } : {}),
    boundAt: row.boundAt,
    expired: row.expired,
  }
}

export interface Account {
  readonly view: AccountView
  /** undefined = nothing is bound. */
  readonly active: ActiveIdentity | undefined
}

/** The caller's bindings, masked for display, and the identity that acts. */
export async function loadAccount(context: Pick<Context, 'openid'>): Promise<Account> {
  const bindings = await listBindings(context.openid)
  const [active] = bindings
  return {
    view: { active: active?.subjectType ?? null, identities: bindings.map(toIdentity) },
    active: active ? toActive(active) : undefined,
  }
}

export const toActive = (row: BindingRow): ActiveIdentity => ({
  bindingId: row._id,
  openid: row.openid,
  userId: row.userId,
  profile: openProfile(row),
})

/** As loadAccount, for what only a bound citizen may do. NOT_BOUND otherwise. */
export async function requireAccount(
  context: Pick<Context, 'openid'>,
): Promise<{ readonly view: AccountView; readonly active: ActiveIdentity }> {
  const { view, active } = await loadAccount(context)
  if (!active) throw new AppError('NOT_BOUND', 'no binding')
  return { view, active }
}

/** The identity that acts; NOT_BOUND when there is none. */
export const requireIdentity = async (context: Pick<Context, 'openid'>): Promise<ActiveIdentity> =>
  (await requireAccount(context)).active
