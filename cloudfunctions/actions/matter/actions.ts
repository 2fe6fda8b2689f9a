import { showChecklist } from './checklist'
import { listMatters } from './list'
import { openMatter } from './open'
import { recommendMatters } from './recommend'
import { searchMatters } from './search'

export const matterActions = [listMatters, searchMatters, recommendMatters, openMatter, showChecklist]
