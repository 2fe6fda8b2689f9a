import type { Matter } from '../../cloudfunctions/matters/schema'
import { fullWidth } from '../convert-forms/punctuation'
import { initialsOf } from './initials'
import type { SeedMatter } from './seed'

/** Slips in the provider's names: what is written → what it should be. */
const SLIPS: Readonly<Record<string, readonly [written: string, meant: string]>> = {
  'private-school': ['自觉考试助学', '自学考试助学'],
}

export function toNames(matter: SeedMatter): Pick<Matter, 'name' | 'shortName' | 'label' | 'labelNote' | 'initials'> {
  const { slug, name, short_name, name_note } = matter
  const slip = SLIPS[slug]
  if ((slip === undefined) !== (name_note === null)) throw new Error(`${slug}: what is the slip in its name?`)
  const label = slip === undefined ? undefined : name.replace(...slip)
  const shortName = fullWidth(short_name)
  return {
    name,
    shortName,
    ...(slip !== undefined && {
      label,
      labelNote: `市一网通的事项名称写作“${slip[0]}”，疑为“${slip[1]}”之误；办理时以市一网通的名称为准。`,
    }),
    initials: { full: initialsOf(label ?? name), short: initialsOf(shortName) },
  }
}
