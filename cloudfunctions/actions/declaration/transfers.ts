import { printDeclaration } from './print'

/** A file of its own: what draws pages must not get into the other functions' bundles. */
export const declarationTransfers = [printDeclaration]
