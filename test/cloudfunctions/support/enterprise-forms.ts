import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { type Answers } from '../../../miniprogram/shared/form'
import { day } from '../../shared/fixtures/context'
import { AGENT_MORE, APPLICANT } from '../../shared/fixtures/enterprise'
import { fixture as place } from '../../shared/fixtures/matters/public-place-hygiene'
import { fixture as hours } from '../../shared/fixtures/matters/special-hours'
import * as night from '../../shared/fixtures/night-construction'
import * as freight from '../../shared/fixtures/road-freight'
import { type Citizen } from './citizen'
import { attach } from './nurse'

/** What an enterprise's clerk fills in, with every field. */

export const TODAY = toBeijingDate(Date.now())

/** 授权委托书, which follows from somebody else acting for the enterprise. */
const letter = (signatures: readonly string[]): Answers => ({
  principal: APPLICANT['ent_name'] ?? null,
  trustee: AGENT_MORE['agent_name'] ?? null,
  trustee_id_type: AGENT_MORE['agent_id_type'] ?? null,
  trustee_id: AGENT_MORE['agent_id'] ?? null,
  trustee_phone: '13000000102',
  powers: ['submit', 'correct', 'receive'],
  period: { begin: TODAY, end: day('today+6m', TODAY) },
  principal_sign: signatures.slice(0, 1),
  trustee_sign: signatures.slice(1),
  date: TODAY,
})

/** 拟投入运输车辆承诺书 */
const vehiclePromise = ([signature = '']: readonly string[]): Answers => ({
  ent_name: APPLICANT['ent_name'] ?? null,
  tech_grade: '1',
  measures: '按规定维护和检测，建立车辆技术档案。',
  accept: '1',
  sign: [signature],
  date: TODAY,
})

/** The letter of the one filing that commits itself. */
const noticeLetter = place.lawful?.flatMap(({ forms }) => forms?.['notice_letter'] ?? [])[0]

/** The situation of who asks for it says that the conditions are committed to. */
function committed({ use_commitment: _bySituation, ...answers }: Answers, sign: string): Answers {
  return { ...answers, applicant_sign: [sign] }
}

/** By provider form id: the fields that are signed, and the answers. */
const FORMS: Readonly<Record<string, readonly [readonly string[], (signatures: readonly string[]) => Answers]>> = {
  BD12011600000101: [['applicant_sign'], ([sign = '']) => freight.maximalAnswers(TODAY, sign)],
  BD12011600000102: [['sign'], vehiclePromise],
  BD12011600000801: [['applicant_sign'], ([sign = '']) => night.maximalAnswers(TODAY, sign)],
  BD12011600000901: [['applicant_sign'], ([sign = '']) => ({ ...hours.maximalAnswers(TODAY), applicant_sign: [sign] })],
  BD12011600001501: [['applicant_sign'], ([sign = '']) => committed(place.minimalAnswers(TODAY), sign)],
  BD12011600001502: [['sign'], ([sign = '']) => ({ ...noticeLetter?.(TODAY), sign: [sign] })],
  BD12011600009901: [['principal_sign', 'trustee_sign'], letter],
}

/** Signs and fills in every form of a draft; resolves with its new version. */
export async function fillForms(clerk: Citizen, { draftId, version, forms }: Declaration): Promise<number> {
  const filled = []
  for (const { materialId, schema } of forms) {
    const [signed, answersOf] = FORMS[schema.formId] ?? [[], (): Answers => ({})]
    const signatures: string[] = []
    for (const fieldId of signed) signatures.push((await attach(clerk, { draftId, materialId, fieldId })).attachmentId)
    filled.push({ materialId, answers: answersOf(signatures) })
  }
  return (await clerk.call('declaration.save', { draftId, baseVersion: version, forms: filled })).version
}
