import { join } from 'node:path'

/** Project files that the provider reads. */
const root = join(__dirname, '..', '..')

export const contractFile = join(root, 'docs', 'one-network', 'openapi.yaml')
export const callbackFile = join(root, 'docs', 'one-network', 'callback.yaml')
export const testVectorsFile = join(root, 'docs', 'one-network', 'test-vectors.json')
export const mattersFolder = join(root, 'cloudfunctions', 'matters')
export const accountsFile = join(__dirname, 'seed', 'accounts.json')
export const creditFile = join(__dirname, 'seed', 'credit.json')
export const deskPageFolder = join(root, 'sandbox', 'desk', 'page')
/** Colours and text sizes of the mini-program, which the desk page wears too. */
export const tokensFile = join(root, 'miniprogram', 'styles', 'tokens.wxss')
