import { goTo } from '../../platform/routes'
import { placeOfDraft } from '../../services/draft-place'
import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import { shortBeijingDate } from '../../shared/domain/time'

interface Shown {
  readonly name: string
  /** In a line of its own: drafts of one matter differ in nothing else. */
  readonly situation: string
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
  return { status: '尚未提交', note: left || `${shortBeijingDate(savedAt, Date.now())} 保存`, action: '继续' }
}

function shownOf(draft: DeclarationBrief, ofMatter: boolean): Shown {
  const { matterName, shortName = matterName, situationText } = draft
  const state = stateOf(draft)
  const named = ofMatter && situationText !== ''
  const spoken = [
    `${SUBJECT_LABEL[draft.subjectType]}申报`,
    matterName,
    situationText,
    state.status,
    state.note,
    state.action,
  ]
  return {
    name: named ? situationText : shortName,
    situation: named ? '' : situationText,
    ...state,
    spoken: spoken.filter((part) => part !== '').join('，'),
  }
}

/** A declaration that still needs its applicant; a tap goes to where it stopped. */
Component({
  properties: {
    draft: { type: Object, value: null as DeclarationBrief | null },
    /** It is the one thing of this screen: its button is solid. */
    first: { type: Boolean, value: false },
    /** It stands on the page of its matter, which need not be said. */
    ofMatter: { type: Boolean, value: false },
  },

  data: { shown: null as Shown | null, opened: null as DeclarationBrief | null },

  observers: {
    'draft, ofMatter'(draft: DeclarationBrief | null, ofMatter: boolean) {
      this.setData({ shown: draft === null ? null : shownOf(draft, ofMatter), opened: draft })
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
