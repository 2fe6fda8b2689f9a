import type { OfficeCase } from '../../one-network/office'
import { shortTime } from './dates'
import { el, facts } from './dom'

type Progress = OfficeCase['progress']

const STATE: Readonly<Record<string, readonly [words: string, kind: string]>> = {
  '0': ['未到', ''],
  '1': ['进行中', 'is-primary'],
  '2': ['已完成', 'is-done'],
}

function step({ nodeName, nodeState, handler, opinion, startTime, endTime }: Progress['nodes'][number]): HTMLElement {
  const [words, kind] = STATE[nodeState] ?? ['', '']
  const at = endTime ?? startTime
  const who = [at === null ? '' : shortTime(at), handler].filter((text) => text !== '').join(' · ')
  const head = el(
    'div',
    [el('strong', nodeName, { className: 'grow' }), el('span', words, { className: `tag ${kind}` })],
    {
      className: 'line',
    },
  )
  const parts = [head, ...(who === '' ? [] : [el('p', who, { className: 'note' })])]
  return el('li', opinion === '' ? parts : [...parts, el('p', opinion, { className: 'quote' })], { className: 'step' })
}

/** The day by which a case has to be finished, or why there is none now. */
function promisedDay({ brief, progress }: OfficeCase): string {
  if (progress.promisedFinishDate !== '' || brief.turn === 'over') return progress.promisedFinishDate
  return brief.acceptedTime === null ? '受理以后才算' : '补正以后接着算'
}

/** How far a case is, by when it has to be finished, and what went out. */
export function progressView(found: OfficeCase): readonly HTMLElement[] {
  const { nodes, issuedDocs, pauses, statutoryFinishDate } = found.progress
  const dates = facts([
    ['承诺办结', promisedDay(found)],
    ['法定办结', statutoryFinishDate],
    ...pauses.map(
      ({ reason, startTime, endTime }) =>
        [reason, `${shortTime(startTime)}起${endTime === null ? '，还在等' : `，到 ${shortTime(endTime)}`}`] as const,
    ),
    ...issuedDocs.map(({ docName, docNo, issuedAt }) => [docName, `${docNo}，${shortTime(issuedAt)}`] as const),
  ])
  return [
    el('article', [el('h3', '期限和文书'), dates], { className: 'card' }),
    el('ol', nodes.map(step), { className: 'card steps' }),
  ]
}
