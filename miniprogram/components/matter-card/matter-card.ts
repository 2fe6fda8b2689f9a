import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { fullNameOf } from '../../shared/domain/search/entry'
import { topicIcon } from '../svg-icon/topic-icon'
import { nameParts, type NamePart } from './name-parts'

/** Facts that help to choose: who may apply, how long it takes, and for a search who decides. */
function factsOf(matter: MatterBrief, detailed: boolean): string {
  const facts = [matter.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、')]
  if (matter.promisedDays !== undefined) facts.push(`承诺 ${matter.promisedDays} 个工作日`)
  if (!matter.fileable) facts.push('到窗口办')
  if (detailed) facts.push(matter.department)
  return facts.filter((fact) => fact !== '').join(' · ')
}

/** What a screen reader says: the names in one piece, whatever is marked in them. */
function spokenOf(matter: MatterBrief, facts: string): string {
  const full = fullNameOf(matter)
  const names = full === matter.shortName ? [full] : [matter.shortName, full]
  return [...names, ...(matter.fileable ? ['可网上申报'] : []), facts].join('，')
}

/** One matter in a list, as a row of a card. Event: select {matterId}. */
Component({
  properties: {
    matter: { type: Object, value: null as MatterBrief | null },
    /** What the list was searched for: the letters that it finds are marked. */
    query: { type: String, value: '' },
    /** With topic icon, full name and department: where it does not stand below its topic. */
    detailed: { type: Boolean, value: false },
  },

  data: {
    matterId: '',
    facts: '',
    spoken: '',
    short: [] as readonly NamePart[],
    family: [] as readonly NamePart[],
    own: [] as readonly NamePart[],
    icon: '',
  },

  observers: {
    'matter, query, detailed'(matter: MatterBrief | null, query: string, detailed: boolean) {
      if (matter === null) return
      const facts = factsOf(matter, detailed)
      const parts = nameParts(matter, query)
      this.setData({
        matterId: matter.matterId,
        facts,
        spoken: spokenOf(matter, facts),
        ...parts,
        icon: topicIcon(matter.theme ?? matter.department),
      })
    },
  },

  methods: {
    onTap() {
      this.triggerEvent('select', { matterId: this.data.matterId })
    },
  },
})
