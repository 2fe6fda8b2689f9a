import sharedIds from '../../cloudfunctions/matters/shared/ids.json'
import { formById } from '../../cloudfunctions/matters/forms'
import type { FormContext, FormSchema } from '../../miniprogram/shared/form'
import { holdsFor } from '../../sandbox/one-network/catalogue/situation-condition'
import { type MatterFolder, readMatter, readMatters, SHARED } from '../../scripts/matters/folders'
import type { GuideMaterial } from '../../scripts/matters/guide'

/** Every matter's folder, in the order of the tender. */
export const ALL_MATTERS: readonly MatterFolder[] = readMatters()

export const folderOf = (slug: string): MatterFolder => ALL_MATTERS.find((one) => one.slug === slug) ?? readMatter(slug)

/** The form that is filled in for a material of a matter; undefined for files. */
export function formOfMaterial(slug: string, { form }: Pick<GuideMaterial, 'form'>): FormSchema | undefined {
  if (form === undefined) return undefined
  const shared: Readonly<Record<string, string>> = sharedIds.forms
  const name = form.startsWith(`${SHARED}/`) ? shared[form.slice(SHARED.length + 1)] : folderOf(slug).ids.forms[form]
  return formById(name ?? '')
}

/** Is the material needed with these answers of the situation guide? */
export function isNeeded({ when }: GuideMaterial, situation: FormContext['situation']): boolean {
  return when === undefined || holdsFor(when, new Map(Object.entries(situation)))
}
