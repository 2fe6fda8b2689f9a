import { config } from './config'

/** What one member of rows holds sealed. Each value opens at its own row and member only: `<row id>/<what>`. */
export class Sealed<T> {
  constructor(private readonly what: string) {}

  seal(rowId: string, value: T): string {
    return config().sealer.seal(value, `${rowId}/${this.what}`)
  }

  /** Throws when the row was tampered with or the key changed. */
  open(rowId: string, sealed: string): T {
    return config().sealer.open(sealed, `${rowId}/${this.what}`) as T
  }
}
