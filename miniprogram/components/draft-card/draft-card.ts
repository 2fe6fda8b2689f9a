import { goTo } from '../../platform/routes'
import { placeOfDraft } from '../../services/draft-place'
import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import { shortBeijingTime } from '../../shared/domain/time'

interface Shown {
  /** The matter and, as far as it fits, the situation. */
  readonly name: string
  readonly status: string
  readonly note: string
  readonly action: string
  /** For a screen reader, with what the line cuts off. */
  readonly spoken: string
}

type State = Pick<Shown, 'status' | 'note' | 'action'>

function stateOf({ draftId, state, caseNo, savedAt }: DeclarationBrief): State {
  if (state === 'confirming') return { status: '结果确认中', note: '请不要重复提交', action: '查看结果' }
  if (state === 'submitted') return { status: '已提交', note: `办件号 ${caseNo ?? ''}`, action: '查看进度' }
  const left = placeOfDraft(draftId).text
  return { status: '尚未提交', note: left || `${shortBeijingTime(savedAt, Date.now())} 保存`, action: '继续' }
}

function shownOf(draft: DeclarationBrief): Shown {
  const name = [draft.matterName, draft.situationText].filter((part) => part !== '').join(' · ')
  const state = stateOf(draft)
  const who = SUBJECT_LABEL[draft.subjectType]
  return { name, ...state, spoken: [`${who}申报`, name, state.status, state.note, state.action].join('，') }
}

/** A declaration that still needs its applicant; a tap goes to where it stopped. */
Component({
  properties: {
    draft: { type: Object, value: null as DeclarationBrief | null },
    /** It is the one thing of this screen: its button is solid. */
    first: { type: Boolean, value: false },
  },

  data: { shown: null as Shown | null, opened: null as DeclarationBrief | null },

  observers: {
    draft(draft: DeclarationBrief | null) {
      this.setData({ shown: draft === null ? null : shownOf(draft), opened: draft })
    },
  },

  methods: {
    onTap() {
      const draft = this.data.opened
      if (draft === null) return
      if (draft.state === 'draft') {
        const { route, params } = placeOfDraft(draft.draftId)
        void goTo(route, params)
      } else if (draft.state === 'submitted' && draft.caseNo !== undefined)
        void goTo('progress', { caseNo: draft.caseNo })
      else void goTo('review', { draftId: draft.draftId })
    },
  },
})
