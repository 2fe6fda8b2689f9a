/** Turns a row of one version into one of the next; typed by the row types of both in the store's file. */
type Step = (row: never) => object

/**
 * The reader of older rows: step i turns a row of version i into one of version i + 1, the last one into `Row`. The current
 * version is the number of steps. A step stands in the store's file beside the row type, and stays there for as long as
 * such rows may be stored.
 *
 * A step must be safe to repeat on a row that has newer fields already: a partial update does not raise the version of the
 * row, so that what it wrote is read through the same steps again.
 */
export type Upgrades<Row> = readonly [] | readonly [...Step[], (row: never) => Row]

/** What the platform stores beside the row's own fields. */
const VERSION = 'rowVersion'

/** The row as it is written: with the version of those who write it. */
export const withVersion = <Row extends object>(row: Row, upgrades: readonly Step[]): Row & { rowVersion: number } => ({
  ...row,
  [VERSION]: upgrades.length,
})

/**
 * A stored row as today's code knows it. Without a version it is of version 0. A row of a later version than is known here
 * (functions are deployed one after the other, and may be rolled back) stays as it is.
 */
export function upToDate<Row extends object>(stored: Readonly<Record<string, unknown>>, upgrades: Upgrades<Row>): Row {
  const { [VERSION]: version, ...row } = stored
  const missing: readonly Step[] = upgrades.slice(typeof version === 'number' ? version : 0)
  return missing.reduce<object>((older, step) => step(older as never), row) as Row
}
