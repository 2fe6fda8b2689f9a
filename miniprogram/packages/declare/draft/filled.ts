import type { Declaration } from '../../../shared/domain/declaration'
import type { Correction } from '../../../shared/domain/supplement'

/** What the form page fills in. */
export type Filled = Declaration | Correction

/** Under which its changes are kept on the phone and its files travel. */
export const idOf = (filled: Filled): string => (filled.kind === 'correction' ? filled.supplementId : filled.draftId)

/** It was not submitted yet. */
export const isOpen = ({ state }: Filled): boolean => state === 'draft' || state === 'open'
