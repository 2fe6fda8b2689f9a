import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { MatterBrief } from '../../shared/domain/matter'

/** Facts that help to choose: who may apply, how long it takes, who decides. */
function factsOf(matter: MatterBrief): string {
  const facts = [matter.typeLabel, matter.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、')]
  if (matter.promisedDays !== undefined) facts.push(`承诺 ${matter.promisedDays} 个工作日`)
  facts.push(matter.department)
  return facts.filter((fact) => fact !== '').join(' · ')
}

/** One matter in a list. Event: select {matterId}. */
Component({
  properties: {
    matter: { type: Object, value: null as MatterBrief | null },
  },

  data: { matterId: '', facts: '' },

  observers: {
    matter(matter: MatterBrief | null) {
      if (matter !== null) this.setData({ matterId: matter.matterId, facts: factsOf(matter) })
    },
  },

  methods: {
    onTap() {
      this.triggerEvent('select', { matterId: this.data.matterId })
    },
  },
})
