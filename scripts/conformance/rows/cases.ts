import { Violation } from '../call'
import { listAt, textAt } from '../read'
import { check, need, type Row, type Run } from '../row'
import { checkPages } from './items'

const CATEGORIES = ['1', '2', '3', '4']

/** The case that was just filed; else any of the user's. */
const someCase = ({ state, caller }: Run): string =>
  state.caseNo ?? need(textAt(caller.answers.get(20), 'rows', 0, 'caseNo') || undefined, 20)

/** A file of the case, as #21 lists them. */
function someFile({ caller }: Run): string {
  const files = listAt(caller.answers.get(21), 'materials').flatMap((it) => listAt(it, 'attachments'))
  return need(textAt(files[0], 'attachId') || undefined, 21)
}

/** The electronic documents of the cases that ended last can be asked for by #8. */
async function checkDocuments({ caller }: Run): Promise<void> {
  const finished = listAt(await caller.json(19, { category: '3', pageNo: 1, pageSize: 3 }), 'rows')
  for (const row of finished) {
    const issued = listAt(await caller.json(27, { caseNo: textAt(row, 'caseNo') }), 'issuedDocs')
    for (const attachId of issued.map((it) => textAt(it, 'attachId')).filter((id) => id !== '')) {
      check(textAt(await caller.json(8, { attachId }), 'attachId') === attachId, 'a document is another file')
    }
  }
}

/** 办件: what the user has there. */
export const CASE_ROWS: readonly Row[] = [
  {
    no: 19,
    async run({ caller, state }) {
      const found: string[] = []
      for (const category of CATEGORIES) {
        const rows = await checkPages(caller, 19, { category }, 'caseNo')
        if (category === '2') found.push(...rows.map((row) => textAt(row, 'caseNo')))
      }
      check(state.caseNo === undefined || found.includes(state.caseNo), 'the new case is not among those in progress')
    },
  },
  {
    no: 20,
    async run({ caller }) {
      await checkPages(caller, 20, {}, 'caseNo')
    },
  },
  {
    no: 21,
    async run(run) {
      const data = await run.caller.json(21, { caseNo: someCase(run) })
      check(listAt(data, 'materials').length > 0, 'a case without materials')
      await run.caller.refusal(21, { caseNo: 'BJ00000000000000000000' }, '3002')
    },
  },
  {
    no: 8,
    async run(run) {
      const info = await run.caller.json(8, { attachId: someFile(run) })
      const response = await fetch(textAt(info, 'downloadUrl'))
      const bytes = await response.arrayBuffer()
      if (!response.ok) throw new Violation(`the address of the file answered HTTP ${response.status}`)
      check(String(bytes.byteLength) === textAt(info, 'fileSize'), 'the file has another size')
    },
  },
  {
    no: 27,
    async run(run) {
      const caseNo = someCase(run)
      check(textAt(await run.caller.json(27, { caseNo }), 'caseNo') === caseNo, 'another case')
      await checkDocuments(run)
    },
  },
  {
    no: 32,
    async run(run) {
      const { bytes, fileName } = await run.caller.download(32, { caseNo: someCase(run) })
      check(bytes.subarray(0, 2).toString('latin1') === 'PK' && fileName.endsWith('.zip'), 'no zip file')
    },
  },
]
