import type { Declaration } from '../../../shared/domain/declaration'

/**
 * Material key → number of delivered files of the material itself (not of its form fields); the rules know materials by
 * the matter's own words. Files of a material that another situation needed do not count.
 */
export function fileCounts({
  facts,
  materials,
  attachments,
}: Pick<Declaration, 'facts' | 'materials' | 'attachments'>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of Object.values(facts.materialKeys)) counts[key] = 0
  for (const { materialId, fieldId, state } of attachments) {
    const key = facts.materialKeys[materialId]
    const needed = materials.some((material) => material.materialId === materialId)
    if (key !== undefined && needed && fieldId === undefined && state === 'delivered')
      counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
