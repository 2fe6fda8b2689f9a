import { type Material, type Necessity } from '../../../miniprogram/shared/domain/matter'
import { promiseKindOf, promiseTermOf } from '../../matters/commitments'
import { isLetter } from './promise-letter'

/**
 * A list of the provider's materials as the office lets them be promised for later: what the office does not let wait has
 * to come, whatever the provider marks. The letter of promise is nothing to be prepared.
 */
export const withOfficePromises = (matterId: string, materials: readonly Material[]): readonly Material[] =>
  materials.filter((material) => !isLetter(material)).map((material) => asDecided(matterId, material))

/** What may not wait has to come. */
const NOT_LATER: Readonly<Record<Necessity, Necessity>> = {
  required: 'required',
  optional: 'optional',
  tolerated: 'required',
  unknown: 'unknown',
}

/** One of them, as the office decided. */
export function asDecided(matterId: string, material: Material): Material {
  const kind = material.promisable ? promiseKindOf(matterId, material.materialId) : undefined
  if (kind !== undefined) return { ...material, promiseDays: promiseTermOf(kind, matterId, material.promiseDays).days }
  return { ...material, promisable: false, necessity: NOT_LATER[material.necessity] }
}
