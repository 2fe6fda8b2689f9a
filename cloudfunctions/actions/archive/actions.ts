import { linkArchive } from './link'
import { openArchive } from './open'

export const archiveActions = [openArchive, linkArchive]
