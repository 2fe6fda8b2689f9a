import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { load } from 'js-yaml'
import ts from 'typescript'
import { sourceFiles, within } from './source-files'

/** The provider's words and codes stay in cloudfunctions/one-network; its ids stand in the matters' ids.json alone. */

const ROOT = join(__dirname, '..', '..')
const sources = [...sourceFiles('cloudfunctions'), ...sourceFiles('miniprogram')].filter(
  ({ path }) => !within(path, 'cloudfunctions/one-network'),
)

/** Names that the contract gives to what goes over the wire. */
function wireNames(): Set<string> {
  const names = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [key, value] of Object.entries(part as Readonly<Record<string, unknown>>)) {
      if (key === 'properties' && typeof value === 'object' && value !== null) {
        for (const name of Object.keys(value)) names.add(name)
      }
      if (!['example', 'examples', 'enum'].includes(key)) walk(value)
    }
  }
  const contract = load(readFileSync(join(ROOT, 'docs', 'one-network', 'openapi.yaml'), 'utf8'))
  walk((contract as { readonly components: unknown }).components)
  return names
}

/** Terms of the field that the contract and our domain (or WeChat, or the icons) have in common; a new one is a decision, not an accident. */
const COMMON = `
account address agent agentIdNo agentName applicant applicantName article attachId attachIds attachments authority
caseNo category certNo code comment complaintPhone conditions consequence content count court courtCaseNo data
deadline declareNo department digest docName docNo documentForm downloadUrl errors evaluatedAt evaluationId field
fieldId file fileName fileType fileTypes formData formId formVersion forms guideVersion handleTime handler
idNo issuedAt keyword kind lawName legalBasis legalPerson legalPersonIdNo levels materialId materialName materials
maxCount maxOptions maxSizeBytes message minCount name necessity nodes notCounted note noticeCommitment noticeNo
opinion optionCodes optionId optionIds options pageNo pageSize paperCopies password pauses penalties performance
phone process promiseDays promiseDeadline promisedDays promisedFinishDate promisedLimit question reason refreshToken
remark requestId requestNo round rounds rows savedAt scope score scoreName seq shortName situationId situationText
source sourceDetail startTime statutoryFinishDate statutoryLimit subjectType submittedAt supplementDays supplementDeadline
supported text tips total unit updatedAt uploadedAt uscc user userId userToken validity value year
`
  .trim()
  .split(/\s+/)

type Visit = (node: ts.Node) => void

function eachNode(path: string, text: string, visit: Visit): void {
  const walk = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
}

test('names of the wire stay in the one-network layer', () => {
  const wire = wireNames()
  const used = new Map<string, string>()
  for (const { path, text } of sources) {
    eachNode(path, text, (node) => {
      if (!ts.isIdentifier(node) && !ts.isStringLiteral(node)) return
      // ids.json is the provider's table: who reads it says its words.
      if (wire.has(node.text) && path !== 'cloudfunctions/matters/ids.ts') used.set(node.text, path)
    })
  }
  expect([...used].filter(([name]) => !COMMON.includes(name)).map(([name, path]) => `${path}: ${name}`)).toEqual([])
  expect(COMMON.filter((name) => !used.has(name))).toEqual([])
})

/** A yes or no is '1' or '0' in the form language too (contract chapter 12): these files are about such answers, or read one. */
const YES_OR_NO = [
  'cloudfunctions/files/xlsx/xml.ts',
  'miniprogram/packages/declare/components/field-boolean/field-boolean.ts',
  'miniprogram/shared/form/apply-prefill.ts',
  'miniprogram/shared/form/fields/boolean.ts',
  'miniprogram/shared/form/lint-types.ts',
]

const isPadding = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /\.pad(Start|End)$/.test(parent.expression.getText())

test('codes of the provider stay in the one-network layer', () => {
  const codes = sources.flatMap(({ path, text }) => {
    const found: string[] = []
    eachNode(path, text, (node) => {
      if (!ts.isStringLiteral(node) || !/^\d{1,4}$/.test(node.text) || isPadding(node)) return
      if (!YES_OR_NO.includes(path) || !/^[01]$/.test(node.text)) found.push(`${path}: '${node.text}'`)
    })
    return found
  })
  expect(codes).toEqual([])
})

test('pages compare with no code of the provider', () => {
  const pages = readdirSync(join(ROOT, 'miniprogram'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(wxml|wxs)$/.test(name) && !/miniprogram_npm|field-boolean/.test(name),
  )
  expect(pages.length).toBeGreaterThan(30)
  const comparing = pages.filter((name) => {
    const text = readFileSync(join(ROOT, 'miniprogram', name), 'utf8')
    return /[=!]==? *'\d{1,4}'/.test(text)
  })
  expect(comparing).toEqual([])
})

test('ids of the provider stand in ids.json, and nowhere else in what is shipped', () => {
  const ID = /\b(?:SX\d{12}|BD\d{14}|CL\d{14}|QX\d{12}[A-Z]\d*)\b/
  const folders = ['cloudfunctions', 'miniprogram'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }),
  )
  const files = folders
    .filter((entry) => entry.isFile() && /\.(ts|json|wxml)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !/miniprogram_npm|wire\.generated/.test(path))
  const holders = files.filter((path) => ID.test(readFileSync(join(ROOT, path), 'utf8')))
  expect(holders.length).toBeGreaterThan(1)
  expect(holders.filter((path) => !/^cloudfunctions\/matters\/[a-z-]+\/ids\.json$/.test(path))).toEqual([])
})
