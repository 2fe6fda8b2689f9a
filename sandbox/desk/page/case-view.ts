import { maskedPhone } from '../../one-network/masked'
import type { OfficeCase } from '../../one-network/office'
import { actView, type Change } from './act-view'
import { dueWords, shortTime } from './dates'
import { el } from './dom'
import { formView } from './form-view'
import { materialLines, materialView } from './material-view'
import { progressView } from './progress-view'
import { createSecrets, type Secrets } from './secrets'
import { statusTag } from './status-tag'
import { supplementView } from './supplement-view'
import { createTabs, type Tabs } from './tabs'
import { keepWritten } from './written'

function headOf({ brief, applicant, situation }: OfficeCase, secrets: Secrets): readonly HTMLElement[] {
  const { caseNo, due, overdue, submitTime } = brief
  const phone = secrets.text(applicant.phone, maskedPhone(applicant.phone))
  const until = due === '' ? '' : el('span', ` · ${dueWords(brief)}`, { className: overdue ? 'is-danger' : '' })
  return [
    el('div', [el('h2', brief.itemName, { id: 'case-title', tabIndex: -1, className: 'grow' }), statusTag(brief)], {
      className: 'line',
    }),
    el('p', [`${caseNo} · ${applicant.name}，`, phone], { className: 'note' }),
    el('div', [el('p', [`${shortTime(submitTime)} 提交`, until], { className: 'note grow' }), secrets.toggle], {
      className: 'line',
    }),
    ...(situation.length === 0 ? [] : [el('p', `情形：${situation.join('；')}`, { className: 'note' })]),
  ]
}

interface CaseView {
  readonly elements: readonly HTMLElement[]
  readonly tabs: Tabs
}

/** One case: what was handed in, what was filled in, what was asked for, how far it is; beside it what can be done now. */
export function caseView(found: OfficeCase, tab: string, change: Change): CaseView {
  const secrets = createSecrets()
  const tabs: Tabs = createTabs(
    '办件内容',
    [
      {
        id: 'materials',
        label: '材料',
        count: materialLines(found).length,
        content: materialView(found, () => tabs.goTo('forms')),
      },
      { id: 'forms', label: '填写内容', content: formView(found, secrets) },
      {
        id: 'supplements',
        label: '补正',
        count: found.supplements.length,
        content: supplementView(found, secrets),
      },
      { id: 'progress', label: '进度', content: progressView(found) },
    ],
    tab,
  )
  const file = el('section', [...headOf(found, secrets), tabs.element], { className: 'file-pane' })
  file.setAttribute('aria-labelledby', 'case-title')
  const acts = el('section', actView(found, change), { className: 'act-pane' })
  acts.setAttribute('aria-labelledby', 'acts-title')
  keepWritten(found.brief.caseNo, acts)
  return { elements: [file, acts], tabs }
}
