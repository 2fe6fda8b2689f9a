/** What a table is told besides what every field is; form-field passes it on. */
export const TABLE_PROPERTIES = {
  /** Cells with problems: `<row>.<columnId>` → message. */
  cellErrors: { type: Object, value: {} },
  /** As `cellErrors`: what to look at again, without standing in the way. */
  cellWarnings: { type: Object, value: {} },
  /** Opens this row when it is set; -1 = none. */
  openRow: { type: Number, value: -1 },
  /** Offers to take the rows from a file. */
  importable: { type: Boolean, value: false },
  /** Which rows there are is decided elsewhere: none is added, copied or deleted. */
  fixedRows: { type: Boolean, value: false },
}
