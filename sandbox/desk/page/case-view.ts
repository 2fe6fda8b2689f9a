import type { OfficeCase } from '../../one-network/office'
import { act, pushEvent, setStatus } from './api'
import { button, el, facts } from './dom'
import { demandForm, rounds } from './supplement-view'

type Run = (work: () => Promise<unknown>) => void

const NODE_STATE: Readonly<Record<string, string>> = { '0': '未到达', '1': '进行中', '2': '已完成' }

/** What the officer writes, asks for and decides. */
function decisions(found: OfficeCase, run: Run): HTMLElement {
  const { brief, actions } = found
  const opinion = el('textarea')
  opinion.rows = 2
  opinion.maxLength = 500
  const demand = demandForm(found)
  const buttons = actions.map(({ action, label }) =>
    button(label, () => {
      const asks = action === 'requestSupplement' ? demand.read() : {}
      run(() => act(brief.caseNo, { action, opinion: opinion.value, ...asks }))
    }),
  )
  const parts: HTMLElement[] = [el('label', ['意见（申请人可见）', opinion])]
  if (actions.some(({ action }) => action === 'requestSupplement')) parts.push(demand.element)
  const row = el('div', buttons.length > 0 ? buttons : [el('p', '当前状态没有可办的操作。')])
  row.className = 'actions'
  return el('div', [...parts, row])
}

/** Any code at all, also one that nobody knows. */
function rawStatus({ brief }: OfficeCase, run: Run): HTMLElement {
  const code = el('input')
  code.size = 6
  code.inputMode = 'numeric'
  const name = el('input')
  const row = el('div', [
    el('label', ['状态码', code]),
    el('label', ['状态名称', name]),
    button('直接设定', () => run(() => setStatus(brief.caseNo, { code: code.value, name: name.value }))),
  ])
  row.className = 'actions'
  return row
}

/** Pushes an event (#28) of any type; the case itself stays as it is. */
function rawEvent({ brief }: OfficeCase, run: Run): HTMLElement {
  const type = el('input')
  const summary = el('input')
  const row = el('div', [
    el('label', ['事件类型', type]),
    el('label', ['摘要', summary]),
    button('推送事件', () => run(() => pushEvent(brief.caseNo, { eventType: type.value, summary: summary.value }))),
  ])
  row.className = 'actions'
  return row
}

function download(attachId: string, fileName: string, fileSize: number): HTMLElement {
  const link = el('a', `${fileName}（${fileSize} 字节）`)
  link.href = `api/attachments/${attachId}`
  return el('li', [link])
}

function attachments({ materials, promised }: OfficeCase): readonly HTMLElement[] {
  const files = materials.flatMap(({ name, files: list }) => [
    el('h3', name),
    el(
      'ul',
      list.map(({ attachId, fileName, fileSize }) => download(attachId, fileName, fileSize)),
    ),
  ])
  const later = promised.length === 0 ? [] : [el('h3', '承诺后补'), el('p', promised.join('、'))]
  return [...(files.length === 0 ? [el('p', '没有附件。')] : files), ...later]
}

/** One case: who, what was filled in, what was uploaded, how far it is, and what can be done now. */
export function renderCase(found: OfficeCase, run: Run): readonly HTMLElement[] {
  const { brief, progress, applicant, agent, forms } = found
  return [
    facts([
      ['办件号', brief.caseNo],
      ['事项', brief.itemName],
      ['状态', `${brief.caseStatus} ${brief.caseStatusName}`],
      ['承诺办结日期', progress.promisedFinishDate],
      ['法定办结日期', progress.statutoryFinishDate],
      ['申请人', `${applicant.name}（${applicant.certNo}，${applicant.phone}）`],
      ['经办人', agent === null ? '' : `${agent.name}（${agent.idNo}，${agent.phone}）`],
    ]),
    el('h3', '办理'),
    decisions(found, run),
    el('h3', '直接设定状态（用来试未知状态）'),
    rawStatus(found, run),
    el('h3', '推送一个事件（#28，用来试未知事件）'),
    rawEvent(found, run),
    ...forms.flatMap((form) => [
      el('h3', form.title),
      ...form.sections.map((section) => facts(section.rows.map(({ label, value }) => [label, value] as const))),
    ]),
    el('h3', '附件'),
    ...attachments(found),
    ...(found.supplements.length === 0 ? [] : [el('h3', '补正和承诺补证'), ...rounds(found, download)]),
    el('h3', '进度'),
    facts(
      progress.nodes.map(
        (node) =>
          [
            `${node.seq} ${node.nodeName}`,
            [NODE_STATE[node.nodeState] ?? '', node.endTime ?? node.startTime ?? '', node.opinion]
              .filter((text) => text !== '')
              .join('　'),
          ] as const,
      ),
    ),
  ]
}
