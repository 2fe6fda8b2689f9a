import { listDocuments } from './list'

export const documentActions = [listDocuments]
