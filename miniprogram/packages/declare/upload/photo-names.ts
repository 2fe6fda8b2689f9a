/** The provider takes at most 200 characters, and none of the marks that file systems forbid. */
const LONGEST_STEM = 60

/** How the names of all photos of a material begin. */
export const photoStem = (materialName: string): string =>
  materialName.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, LONGEST_STEM)

/**
 * Names for photos, which WeChat hands over without one: the material and the next number that no file there has, so
 * that the citizen and the office can tell them apart.
 * @param taken names of the files that the material has already
 */
export function photoNames(materialName: string, taken: readonly string[]): (index: number) => string {
  const stem = photoStem(materialName)
  const used = taken.flatMap((name) =>
    name.startsWith(`${stem}-`) ? [Number.parseInt(name.slice(stem.length + 1))] : [],
  )
  const last = Math.max(0, ...used.filter((number) => !Number.isNaN(number)))
  return (index) => `${stem}-${last + index + 1}`
}
