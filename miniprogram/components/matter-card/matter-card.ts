import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { fullNameOf } from '../../shared/domain/search/entry'
import { wordsOf } from '../../shared/domain/search/letters'
import { nameParts, type NamePart } from './name-parts'

/** Facts that help to choose: who may apply, how long it takes, who decides. */
function factsOf(matter: MatterBrief): string {
  const facts = [matter.typeLabel, matter.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、')]
  if (matter.promisedDays !== undefined) facts.push(`承诺 ${matter.promisedDays} 个工作日`)
  facts.push(matter.department)
  return facts.filter((fact) => fact !== '').join(' · ')
}

/** What a screen reader says: the names in one piece, whatever is marked in them. */
function spokenOf(matter: MatterBrief, facts: string): string {
  const full = fullNameOf(matter)
  const names = full === matter.shortName ? [full] : [matter.shortName, full]
  return [...names, matter.fileable ? '可网上申报' : '窗口办理', facts].join('，')
}

/** One matter in a list. Event: select {matterId}. */
Component({
  properties: {
    matter: { type: Object, value: null as MatterBrief | null },
    /** What the list was searched for: the letters that it finds are marked. */
    query: { type: String, value: '' },
  },

  data: {
    matterId: '',
    facts: '',
    spoken: '',
    short: [] as readonly NamePart[],
    family: [] as readonly NamePart[],
    own: [] as readonly NamePart[],
    searched: false,
  },

  observers: {
    'matter, query'(matter: MatterBrief | null, query: string) {
      if (matter === null) return
      const facts = factsOf(matter)
      const parts = nameParts(matter, query)
      this.setData({
        matterId: matter.matterId,
        facts,
        spoken: spokenOf(matter, facts),
        ...parts,
        searched: wordsOf(query).length > 0,
      })
    },
  },

  methods: {
    onTap() {
      this.triggerEvent('select', { matterId: this.data.matterId })
    },
  },
})
