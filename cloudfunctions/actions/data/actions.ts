import { deleteData } from './delete'
import { leave } from './leave'
import { openData } from './open'

export const dataActions = [openData, deleteData, leave]
