import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'
import { fullNameOf } from '../../shared/domain/search/entry'
import { topicIcon } from '../svg-icon/topic-icon'
import { nameParts, type NamePart, type NameParts } from './name-parts'

const joined = (facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ')

/** Facts that help to choose: who may apply and how long it takes. */
function factsOf(matter: MatterBrief): string {
  const facts = [matter.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、')]
  if (matter.promisedDays !== undefined) facts.push(`承诺 ${matter.promisedDays} 个工作日`)
  if (!matter.fileable) facts.push('到窗口办')
  return joined(facts)
}

const marked = (parts: readonly NamePart[]): boolean => parts.some(({ found }) => found)

/**
 * What a search result says of a matter besides its short name, in as few lines as tell why it was found: its own official
 * name; what it shares with its sisters only when that was searched for; who decides only when no name was.
 */
function detailOf({ short, family, own }: NameParts): {
  readonly family: readonly NamePart[]
  readonly decider: boolean
} {
  const needed = own.length === 0 || (marked(family) && !marked(short) && !marked(own))
  return { family: needed ? family : [], decider: ![short, family, own].some(marked) }
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
    /** With topic icon and official name: where it does not stand below its topic. */
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
      const facts = factsOf(matter)
      const parts = nameParts(matter, query)
      const { family, decider } = detailOf(parts)
      const all = joined([facts, matter.department])
      this.setData({
        matterId: matter.matterId,
        facts: detailed && decider ? all : facts,
        spoken: spokenOf(matter, detailed ? all : facts),
        ...parts,
        family,
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
