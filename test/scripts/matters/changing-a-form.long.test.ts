import { existsSync } from 'node:fs'
import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { type FormFile } from '../../../scripts/matters/folders'
import { Citizen } from '../../cloudfunctions/support/citizen'
import { completeDraft, NURSE, open, start } from '../../cloudfunctions/support/nurse'
import { ALL_MATTERS } from '../../support/matters'
import { ProjectCopy } from '../../support/project-copy'
import { type System } from '../../support/system'

/** docs/changing-a-form.md, followed to the letter in a copy of the project. */

let copy: ProjectCopy
let guide: string
beforeAll(() => {
  copy = new ProjectCopy()
  guide = copy.read('docs', 'changing-a-form.md')
})
afterAll(() => copy.remove())

const FORM = ['cloudfunctions', 'matters', 'nurse-registration', 'form.json'] as const
const EMERGENCY = { id: 'emergency_phone', label: '紧急联系电话', type: 'phone' } as const

/** The commands of the guide, without `npx tsx`. */
const commands = (): string[][] => [...guide.matchAll(/^ *npx tsx (.+)$/gm)].map(([, line = '']) => line.split(' '))

/** A citizen at the gateway of a system that runs in another process. */
function citizenAt(url: string, id: string): Citizen {
  const invoke = async (name: string, data: object) => {
    const headers = { 'content-type': 'application/json', 'x-sandbox-citizen': id }
    const answer = await fetch(`${url}/invoke/${name}`, { method: 'POST', headers, body: JSON.stringify({ data }) })
    return { ok: answer.ok, ...((await answer.json()) as object) }
  }
  return new Citizen({ cloud: { url, invoke } } as unknown as System, id)
}

const nurseForm = ({ forms }: Declaration) => forms.find(({ materialId }) => materialId === NURSE.form)?.schema
const fieldIds = (declaration: Declaration): string[] =>
  nurseForm(declaration)?.sections.flatMap(({ fields }) => fields.map(({ id }) => id)) ?? []

test('the files that it names are there', () => {
  const named = [...guide.matchAll(/`((?:cloudfunctions|miniprogram|sandbox|test|scripts)\/[^`]+)`/g)].flatMap(
    ([, path = '']) => ALL_MATTERS.map(({ slug }) => path.replace('<事项>', slug)),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => !existsSync(copy.path(path)))).toEqual([])
})

test('a corrected form passes the check and arrives at both sides of the running system', async () => {
  const system = copy.start('sandbox/start.ts', '--data', copy.path('.data'), '--port', '17280')
  try {
    const gateway = await system.until((output) => /云网关\s+(http:\S+)[\s\S]*Ctrl-C/.exec(output)?.[1])
    const nurse = citizenAt(gateway, 'changing-a-form')
    await nurse.bind(NURSE.account)
    const earlier = await start(nurse, 'before-the-change')
    expect(fieldIds(await open(nurse, earlier.draftId))).not.toContain(EMERGENCY.id)

    // Steps 1 to 3.
    const [changes = ''] = /"changes": \[.+\]/.exec(guide) ?? []
    copy.edit(
      (file) => {
        const { title, version: _version, sections, ...form } = file as FormFile
        const [first, ...others] = sections
        return {
          ...form,
          ...(JSON.parse(`{${changes}}`) as object),
          ...{
            title,
            version: '2.1',
            sections: [{ ...first, fields: [...(first?.fields ?? []), EMERGENCY] }, ...others],
          },
        }
      },
      ...FORM,
    )
    // Steps 4 and 5.
    const [describe = [], check = []] = commands()
    expect(await copy.run('scripts/matters-doc.ts', '--check')).toMatchObject({ code: 1 })
    for (const [file = '', ...args] of [describe, check]) {
      expect(await copy.run(file, ...args)).toEqual({ code: 0, text: '' })
    }
    expect(copy.read('docs', 'matters.md')).toContain('| 紧急联系电话 |')
    // Step 6: the functions have it, and the provider takes it; it would refuse another version or an unknown field.
    await system.until((output) => output.includes('[functions] rebuilt'))
    const { draftId, version } = await completeDraft(nurse, 'after-the-change')
    const filed = await open(nurse, draftId)
    expect(nurseForm(filed)?.version).toBe('2.1')
    expect(fieldIds(filed)).toContain(EMERGENCY.id)
    const saved = await nurse.call('declaration.save', {
      draftId,
      baseVersion: version,
      forms: [{ materialId: NURSE.form, answers: { [EMERGENCY.id]: '13000000109' } }],
    })
    expect(await nurse.call('declaration.submit', { draftId, version: saved.version })).toMatchObject({
      state: 'submitted',
    })
    // What is told of an open draft.
    const moved = (await open(nurse, earlier.draftId)).moves?.[0]
    expect(moved).toMatchObject({ changedOn: '2026-12-01', added: [EMERGENCY.id] })
  } finally {
    await system.stop()
  }
}, 180_000)
