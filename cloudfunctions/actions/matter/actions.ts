import { showChecklist } from './checklist'
import { listMatters } from './list'
import { openMatter } from './open'

export const matterActions = [listMatters, openMatter, showChecklist]
