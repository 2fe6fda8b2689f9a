import { generate } from './write-or-check'
import { mattersDocs } from './matters-doc/file'

/** `tsx scripts/matters-doc.ts` writes the two pages for the office; `--check` only says whether they are current. */
generate('matters-doc.ts', mattersDocs)
