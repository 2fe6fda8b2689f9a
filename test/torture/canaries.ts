import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { type FormPatch } from '../../miniprogram/shared/domain/declaration'
import { functionEnvironment } from '../../sandbox/environment'
import { type PassingRequest } from '../support/bad-line'
import { functionBundles } from '../support/system'
import { pdf } from '../cloudfunctions/support/files'
import { attach, NURSE, open } from '../cloudfunctions/support/nurse'
import { askAs, leaksIn } from '../cloudfunctions/support/replies'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'
import { storedTexts } from '../cloudfunctions/support/stored'
import { copyDraft } from '../cloudfunctions/support/submit-drafts'
import { onlyRound, PROOF } from '../cloudfunctions/support/supplement'
import { startBadDay } from './bad-day'
import type { Part } from './part'

const ACTIONS = Object.keys(ACTION_FACTS) as ActionName[]
const MINIPROGRAM = join(__dirname, '..', '..', 'miniprogram')
/** Members of an input that are chosen from a list, or are checked for a shape that no canary has. */
const CHECKED = /(Id|Ids|No|Key|kind|subjectType|category|fileType|sha1)$/

/** What is written in words, not a date, a number or a choice. */
const HAN = /\p{Script=Han}{2}/u
/** Variables whose values are known to the functions alone. */
const SECRET = /SECRET|SEALING_KEYS|HASH_KEY|AUDIT_KEY/

/** The value with a canary in each of its texts. */
function planted(value: unknown, canary: string): unknown {
  if (typeof value === 'string') return `${canary}${value}`.slice(0, 200)
  if (Array.isArray(value)) return value.map((item: unknown) => planted(item, canary))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, CHECKED.test(key) ? member : planted(member, canary)]),
  )
}

/** Every file below a folder, as one text. */
const textsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('miniprogram_npm'))
    .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'latin1'))

/** A text that is said once, in each place where somebody writes or the provider answers, is never found where it must not be. */
export const canaries: Part = {
  name: 'canaries',
  unit: 'rounds, a canary in each place of each',
  target: 20,
  slice: 5,
  bounds: {
    logs: { most: 0 },
    errors: { most: 0 },
    addresses: { most: 0 },
    'rows in clear': { most: 0 },
    packages: { most: 0 },
  },
  async run({ seed, from, count, until, log }) {
    const day = await startBadDay(1)
    const { system } = day
    const addresses: string[] = []
    const found = {
      logs: [] as string[],
      errors: [] as string[],
      addresses: [] as string[],
      clear: [] as string[],
      packages: [] as string[],
    }
    try {
      const [filer] = day.filers
      if (!filer) throw new Error('nobody is there')
      const { citizen } = filer
      const all: string[] = []
      let done = 0
      system.setPlan(({ path }: PassingRequest) => void addresses.push(path))
      for (let index = from; index < from + count && Date.now() < until; index += 1) {
        const mark = (what: string): string => {
          const canary = `金丝雀${seed}${what}${index}`
          all.push(canary)
          return canary
        }
        // What a citizen writes: into each text of the form, a file's name, an answer to a supplement, a rating.
        const draft = await copyDraft(system, filer, index)
        const { draftId } = draft
        const { forms } = await open(citizen, draftId)
        const texts = Object.entries(forms[0]?.answers ?? {}).filter(
          ([, value]) => typeof value === 'string' && HAN.test(value),
        )
        const answers = Object.fromEntries(texts.map(([field]) => [field, mark(field)]))
        const patch: FormPatch = { materialId: NURSE.form, answers }
        await citizen.call('declaration.save', { draftId, baseVersion: draft.version, forms: [patch] })
        await citizen.reply('declaration.review', { draftId })
        await attach(citizen, { draftId, materialId: PROOF }, pdf(`canary ${index}`), `${mark('file')}.pdf`)
        // What the provider answers: the office's words, in a case that was filed without them.
        const filed = await copyDraft(system, filer, index + 500_000)
        const outcome = await citizen.call('declaration.submit', { draftId: filed.draftId, version: filed.version })
        if (outcome.state !== 'submitted') throw new Error('not submitted')
        const { caseNo } = outcome.receipt
        const reasons = { [PROOF]: mark('reason') }
        system.provider.office.act(caseNo, 'requestSupplement', {
          opinion: mark('opinion'),
          materialIds: [PROOF],
          reasons,
        })
        const round = await onlyRound(citizen, caseNo)
        await attach(
          citizen,
          { draftId: round.supplementId, materialId: PROOF },
          pdf(`again ${index}`),
          `${mark('again')}.pdf`,
        )
        const { supplementId, version } = await onlyRound(citizen, caseNo)
        await citizen.call('supplement.submit', { supplementId, version, remark: mark('remark') })
        for (const status of ['32', '90'])
          system.provider.office.setStatus(caseNo, status, status === '90' ? '' : mark('status'))
        await citizen.reply('evaluation.submit', { caseNo, score: 5, optionCodes: [], comment: mark('comment') })
        await citizen.reply('case.open', { caseNo })
        // Every text of every action's input, as an action takes it or refuses it.
        for (const action of ACTIONS.filter(
          (name) => !['data.leave', 'account.unbind', 'data.delete'].includes(name),
        )) {
          const answer = await askAs(system, citizen.openid, action, planted(SOUND_INPUTS[action], mark(action)))
          if (answer === 'oversize' || answer.ok) continue
          const said = JSON.stringify(answer)
          const problems = [...leaksIn(answer, []), ...all.filter((canary) => said.includes(canary))]
          found.errors.push(...problems.map((problem) => `${action}: ${problem}`))
        }
        done += 1
      }
      const keys = Object.entries(functionEnvironment(system.provider))
        .filter(([name]) => SECRET.test(name))
        .flatMap(([name, value]) => value.split(/[:,]/).map((key) => [name, key] as const))
        .filter(([, key]) => key.length > 15)
      const stored = await storedTexts(system)
      const shipped = [...textsBelow(MINIPROGRAM), ...textsBelow(await functionBundles())]
      const isIn = (text: string): boolean => all.some((canary) => text.includes(canary))
      found.logs.push(...system.log.filter((line) => isIn(line) || keys.some(([, key]) => line.includes(key))))
      found.addresses.push(...addresses.filter((path) => isIn(decodeURIComponent(path))))
      found.clear.push(
        ...stored.filter(({ text }) => isIn(text)).map(({ collection, path }) => `${collection}.${path}`),
      )
      found.packages.push(...keys.filter(([, key]) => shipped.some((text) => text.includes(key))).map(([name]) => name))
      log(
        `${all.length} canaries, ${system.log.length} lines, ${addresses.length} addresses, ${stored.length} stored texts`,
      )
      const figures = {
        logs: found.logs.length,
        errors: found.errors.length,
        addresses: found.addresses.length,
        'rows in clear': found.clear.length,
        packages: found.packages.length,
        canaries: all.length,
      }
      return { done, figures, failures: Object.values(found).flat() }
    } finally {
      await system.close()
    }
  },
}
