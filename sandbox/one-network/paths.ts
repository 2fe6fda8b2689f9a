import { join } from 'node:path'

/** Project files that the provider reads. */
const root = join(__dirname, '..', '..')

export const contractFile = join(root, 'docs', 'one-network', 'openapi.yaml')
export const testVectorsFile = join(root, 'docs', 'one-network', 'test-vectors.json')
export const mattersFolder = join(root, 'cloudfunctions', 'matters')
export const accountsFile = join(__dirname, 'seed', 'accounts.json')
export const creditFile = join(__dirname, 'seed', 'credit.json')
export const deskPageFolder = join(root, 'sandbox', 'desk', 'page')
