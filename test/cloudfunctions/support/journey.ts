import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Material, type Situation } from '../../../miniprogram/shared/domain/matter'
import { type Answers } from '../../../miniprogram/shared/form/answers'
import * as attachments from '../../../cloudfunctions/one-network/resources/attachments'
import { logIn, refreshLogin } from '../../../cloudfunctions/one-network/resources/auth'
import { downloadBlankForm } from '../../../cloudfunctions/one-network/resources/blank-forms'
import * as cases from '../../../cloudfunctions/one-network/resources/cases'
import * as declarations from '../../../cloudfunctions/one-network/resources/declarations'
import * as items from '../../../cloudfunctions/one-network/resources/items'
import * as past from '../../../cloudfunctions/one-network/resources/past-files'
import * as prefill from '../../../cloudfunctions/one-network/resources/prefill'
import { fillForm, sampleFile, signatureFields } from '../../../scripts/conformance/fill-form'
import { asUser, budget } from './resources'

/** What citizens do, as a walk over the resources: whoever stands behind ONE_NETWORK_URL answers. */

const never = () => false
export const USCC = '91120116MA0FXN011B'

export interface Filed {
  readonly caseNo: string
  readonly userToken: string
  readonly formMaterialId: string
  /** The declaration form, as it was filed. */
  readonly form: declarations.FilledForm
  readonly fileMaterialId: string
}

/** 首页、列表、查找. */
export async function lookForMatters() {
  const matters = await items.listMatters(budget(), never)
  const recommended = await items.listRecommended(2, undefined, budget(), never)
  const found = await items.searchMatters({ keyword: '护士', pageNo: 1, pageSize: 10 }, budget(), never)
  return { matters, recommended, found }
}

/** The first option of each question that is shown and can be filed here. */
function firstOptions(situations: readonly Situation[]): readonly string[] {
  const chosen: string[] = []
  for (const { dependsOn, options } of situations) {
    const shown = dependsOn.length === 0 || dependsOn.some((id) => chosen.includes(id))
    const option = options.find((it) => it.blockedBecause === undefined)
    if (shown && option) chosen.push(option.optionId)
  }
  return chosen
}

/** 办事指南, the materials of a situation, a blank form. */
export async function lookAtMatter(matterId: string, path: string) {
  const guide = await items.readGuide(matterId, budget(), never)
  const preparation = await items.listPreparation(matterId, budget())
  const situations = await items.listSituations(matterId, budget())
  const optionIds = firstOptions(situations)
  const needed = await items.listMaterials(matterId, optionIds, budget())
  const always = await items.listMaterials(matterId, [], budget())
  const blank = await downloadBlankForm(
    preparation.find((it) => it.blankForm)?.materialId ?? '',
    'blank',
    path,
    budget(),
  )
  return { guide, preparation, situations, optionIds, needed, always, blank }
}

const isNeeded = ({ necessity }: Material): boolean => necessity !== 'optional'

/** Uploads a small file; twice, as after an answer that was lost. */
async function bring(
  declareNo: string,
  material: Material,
  name: string,
  folder: string,
  userToken: string,
  fieldId?: string,
) {
  const types = fieldId ? 'png' : material.fileTypes.join(',')
  const { fileName, bytes } = sampleFile(types, `${material.materialId}-${name}`)
  const path = join(folder, fileName)
  writeFileSync(path, bytes)
  const digest = createHash('sm3').update(bytes).digest('hex')
  const file = { path, fileName, contentType: 'application/octet-stream', size: bytes.length, digest }
  const place = { declareNo, materialId: material.materialId, ...(fieldId ? { fieldId } : {}) }
  const held = await attachments.uploadFile(asUser(userToken), place, file)
  await attachments.uploadFile(asUser(userToken), place, file)
  return held.attachId
}

async function fill(declareNo: string, material: Material, folder: string, userToken: string) {
  const { materialId, formId = '', formVersion = '' } = material
  const formData = fillForm(formId)
  for (const field of signatureFields(formId)) {
    formData[field] = [await bring(declareNo, material, field, folder, userToken, field)]
  }
  return { materialId, formVersion, formData: formData as Answers }
}

/** 登录、选情形、填表、传件、提交, by an account of the sandbox. */
export async function fileCase(matterId: string, folder: string): Promise<Filed> {
  const credentials = { subjectType: 'person', account: '13000000102', password: 'Demo@2026' } as const
  const { refreshToken } = await logIn(credentials, budget())
  const { userToken, profile } = await refreshLogin(refreshToken, budget())
  await prefill.readCredit(asUser(userToken), USCC)
  const situations = await items.listSituations(matterId, budget())
  const open = { requestNo: `journey-open-${Date.now()}`, matterId, optionIds: firstOptions(situations) }
  const { declareNo, materials } = await declarations.openDeclaration(asUser(userToken), open)
  const forms = []
  const files = []
  for (const material of materials.filter(isNeeded)) {
    const { materialId, kind } = material
    if (kind === 'form') {
      await prefill.readPreviousFiling(asUser(userToken), materialId, declareNo)
      const form = await fill(declareNo, material, folder, userToken)
      const save = { ...form, requestNo: `journey-save-${Date.now()}`, declareNo }
      await declarations.saveForm(asUser(userToken), save)
      await declarations.readFormStatus(asUser(userToken), declareNo, materialId)
      forms.push(form)
    } else {
      await past.listLastFiles(asUser(userToken), materialId)
      const attachIds = []
      for (let n = 1; n <= Math.max(1, material.minCount); n += 1) {
        attachIds.push(await bring(declareNo, material, `file-${n}`, folder, userToken))
      }
      files.push({ materialId, attachIds })
      await attachments.listHeldFiles(asUser(userToken), declareNo, materialId)
    }
  }
  const requestNo = `journey-submit-${Date.now()}`
  const submission = { requestNo, declareNo, profile, agent: null, forms, materials: files, promisedMaterialIds: [] }
  const { caseNo } = await declarations.submitDeclaration(asUser(userToken), submission)
  const [form] = forms
  if (!form) throw new Error(`${matterId} has no form`)
  return { caseNo, userToken, form, formMaterialId: form.materialId, fileMaterialId: files[0]?.materialId ?? '' }
}

/** 办件、进度、历史材料, all of it reading. */
export async function lookAtCase({ caseNo, userToken, formMaterialId, fileMaterialId }: Omit<Filed, 'form'>) {
  const counts = await cases.countCases(asUser(userToken))
  const lists = []
  for (const category of ['supplement', 'processing', 'finished', 'promise'] as const) {
    lists.push(await cases.listCases(asUser(userToken), category, 1, 10))
  }
  const progress = await cases.readProgress(asUser(userToken), caseNo)
  const withFiles = await past.listCasesWithFiles(asUser(userToken), 1, 10)
  const materials = await past.listFilesOfCase(asUser(userToken), caseNo)
  const info = await past.readFileInfo(asUser(userToken), materials[0]?.files[0]?.attachId ?? '')
  const last = await past.listLastFiles(asUser(userToken), fileMaterialId)
  const previous = await prefill.readPreviousFiling(asUser(userToken), formMaterialId, '')
  const credit = await prefill.readCredit(asUser(userToken), USCC)
  return { counts, lists, progress, withFiles, materials, info, last, previous, credit }
}
