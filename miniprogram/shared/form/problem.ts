import type { Severity } from './schema'

/** One thing that the applicant should look at. The page and the server produce the same list for the same answers. */
export interface Problem {
  /** `<fieldId>`, or `<fieldId>[2].<columnId>` for a table cell; '' when it concerns no single field. */
  readonly field: string
  readonly severity: Severity
  readonly message: string
  /** Stable id: `required`, `type`, `pattern`, … `rule:<id>`, `effect:<id>` (told, not wrong) or `defect:<id>`. */
  readonly code: string
}
