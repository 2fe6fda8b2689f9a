import { goTo } from '../../platform/routes'
import { placeOfDraft } from '../../services/draft-place'
import { SUBJECT_LABEL } from '../../shared/domain/account'
import type { DeclarationBrief } from '../../shared/domain/declaration'
import { formatBeijingTime } from '../../shared/domain/time'

interface Shown {
  readonly status: string
  readonly tone: string
  readonly note: string
  readonly action: string
}

function shownOf(draft: DeclarationBrief): Shown {
  const who = SUBJECT_LABEL[draft.subjectType]
  if (draft.state === 'confirming') {
    return { status: '结果确认中', tone: 'turn', note: `${who} · 请不要重复提交`, action: '查看结果' }
  }
  if (draft.state === 'submitted') {
    return { status: '已提交', tone: 'done', note: `${who} · 办件号 ${draft.caseNo ?? ''}`, action: '查看进度' }
  }
  const saved = formatBeijingTime(draft.savedAt)
  return { status: '尚未提交', tone: 'turn', note: `${who} · 保存于 ${saved}`, action: '继续填写' }
}

/** A declaration that still needs its applicant; a tap goes to where it stopped. */
Component({
  properties: {
    draft: { type: Object, value: null as DeclarationBrief | null },
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
