/**
 * Answers as the provider's formData wants them (contract chapter 12): text-like fields are strings, numbers are JSON
 * numbers, yes/no is "1"/"0", several choices an array of strings, a date range {begin,end}, a table an array of rows,
 * a signature an array of attachIds. An empty field is null: it is present in the rules' context, and never compared.
 */
export interface DateRange {
  readonly begin: string
  readonly end: string
}

export type CellValue = string | number | readonly string[] | DateRange | null
export type TableRow = Readonly<Record<string, CellValue>>
export type AnswerValue = CellValue | readonly TableRow[]
export type Answers = Readonly<Record<string, AnswerValue>>
