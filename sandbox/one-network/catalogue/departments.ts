import departments from '../seed/departments.json'

/** Department and theme of a field of business (条线); codes are fictional, in the style of the contract's examples. */
interface Department {
  readonly departmentCode: string
  readonly themeCode: string
  readonly themeName: string
}

const DEPARTMENTS: Readonly<Record<string, Department>> = departments

/** Throws for a field of business that seed/departments.json does not know: it and the matters belong together. */
export function departmentOf(field: string): Department {
  const department = DEPARTMENTS[field]
  if (department === undefined) throw new Error(`seed/departments.json: no department for ${field}`)
  return department
}

/** `天津高新区政务服务办（交通运输事权）`. */
export function departmentName(field: string): string {
  return `天津高新区政务服务办（${field}事权）`
}
