import { type Group } from './case'
import { OFFICE, WORDS } from './office'
import { OTHERS } from './others'
import { PDFS } from './pdf'
import { PICTURES } from './pictures'

/** Honest and hostile files of every type that is taken. */
export const CORPUS: Group = [...PICTURES, ...PDFS, ...OFFICE, ...WORDS, ...OTHERS]
