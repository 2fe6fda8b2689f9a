import { type AccountView, type Identity } from '../../../miniprogram/shared/domain/account'
import { Sealed } from '../../kernel/sealed'
import { type Context } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { type Profile } from '../../one-network/mappers/account'
import { bindingId, type BindingRow, findBinding, listBindings } from '../../stores/bindings'
import { type BoundOwner, ofBound } from '../../stores/owner'
import { maskCertNo, maskName, maskPhone } from '../../../miniprogram/shared/form/masked'

/** Who acts: the citizen's active One-Network account. */
export interface ActiveIdentity extends BoundOwner {
  readonly bindingId: string
  readonly profile: Profile
}

export const PROFILE = new Sealed<Profile>('profile')

interface OpenBinding {
  readonly row: BindingRow
  readonly profile: Profile
}

function tryOpen(row: BindingRow, requestId: string): readonly OpenBinding[] {
  try {
    return [{ row, profile: PROFILE.open(row._id, row.profile) }]
  } catch (error) {
    log({ requestId, event: 'binding', code: 'UNREADABLE', error: describeError(error) })
    return []
  }
}

function toIdentity({ row, profile }: OpenBinding): Identity {
  const { subjectType, name, idNo, uscc, phone, agentName } = profile
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

/** Who asks, and where it is noted as whom she acts. */
type Asker = Pick<Context, 'openid' | 'requestId' | 'trail'>

/**
 * The caller's bindings, masked for display, and the identity that acts. A binding that does not open (its key was
 * lost, or the row was tampered with) counts as not bound: binding again mends it, an error on every page would not.
 */
export async function loadAccount(context: Asker): Promise<Account> {
  const bindings = (await listBindings(context.openid)).flatMap((row) => tryOpen(row, context.requestId))
  const [active] = bindings
  if (active) context.trail.actsAs(active.row)
  return {
    view: { active: active?.row.subjectType ?? null, identities: bindings.map(toIdentity) },
    active: active ? toActive(active.row, active.profile) : undefined,
  }
}

const toActive = (row: BindingRow, profile = PROFILE.open(row._id, row.profile)): ActiveIdentity => ({
  bindingId: row._id,
  ...ofBound(row),
  profile,
})

/**
 * The binding under which something of this owner may be asked about without her; undefined when she has unbound, must log
 * in again, or has bound another One-Network user since: then only her next login can answer.
 */
export async function boundBinding({ openid, userId, subjectType }: BoundOwner): Promise<BindingRow | undefined> {
  const binding = await findBinding(bindingId(openid, subjectType))
  return binding && !binding.expired && binding.userId === userId ? binding : undefined
}

/** Has this owner a binding, be its login over or not? */
export const isBound = async ({ openid, userId, subjectType }: BoundOwner): Promise<boolean> =>
  (await findBinding(bindingId(openid, subjectType)))?.userId === userId

/** As boundBinding, with the profile. */
export async function boundIdentity(owner: BoundOwner): Promise<ActiveIdentity | undefined> {
  const binding = await boundBinding(owner)
  return binding && toActive(binding)
}

/** As loadAccount, for what only a bound citizen may do. NOT_BOUND otherwise. */
export async function requireAccount(
  context: Asker,
): Promise<{ readonly view: AccountView; readonly active: ActiveIdentity }> {
  const { view, active } = await loadAccount(context)
  if (!active) throw new AppError('NOT_BOUND', 'no binding')
  return { view, active }
}

/** The identity that acts; NOT_BOUND when there is none. */
export const requireIdentity = async (context: Asker): Promise<ActiveIdentity> => (await requireAccount(context)).active
