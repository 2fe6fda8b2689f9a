import collections from '../../../deploy/collections.json'
import { textsIn } from '../../../scripts/keys/stored-forms'
import { type System } from '../../support/system'
import { databaseOf } from './database'

/** A text somewhere in a stored row. */
interface StoredText {
  readonly collection: string
  readonly row: string
  /** Where it lies, with the numbers of items: `forms.0.answers`. */
  readonly path: string
  readonly text: string
}

/** Every text that the database holds, as it lies there. */
export async function storedTexts(system: System): Promise<readonly StoredText[]> {
  const { rows } = databaseOf(system)
  const all = await Promise.all(
    collections.map(async ({ name }) =>
      (await rows(name, {})).flatMap((row) =>
        textsIn(row).map(([path, text]) => ({ collection: name, row: String(row['_id']), path, text })),
      ),
    ),
  )
  return all.flat()
}
