import type { FictionalAccount } from './accounts/account'
import { certNoOf } from './accounts/account'
import { applyAction, type OfficeAction } from './case-life-cycle/actions'
import { openCase } from './case-life-cycle/open-case'
import { chooseOptions, materialsFor } from './catalogue/choose'
import type { FormFile } from './catalogue/form-file'
import { isForm, isPromisable, type Item, type Material } from './catalogue/item'
import { PROMISE_FORM } from './catalogue/promise-form'
import { holdsFor } from './catalogue/situation-condition'
import { addDays, addWorkingDays, beijingDate, fromBeijing } from './clock'
import { keepDocuments } from './documents/keep-documents'
import { typeOf } from './forms/field-types'
import type { Platform } from './platform'
import type { CaseRecord, FormData, SavedForm } from './state/records'

interface SampleCase {
  readonly accountName: string
  readonly slug: string
  /** Days before now on which it was submitted. */
  readonly daysAgo: number
  /** First option of each question unless named here. */
  readonly choose?: Readonly<Record<string, string>>
  /** What the office did, and how many working days after submission. */
  readonly steps: readonly (readonly [day: number, action: OfficeAction, opinion?: string])[]
  readonly promise?: boolean
  /** A document that was given on paper only. */
  readonly paperOnly?: string
  /** A status that no table knows, as an upstream may suddenly send it. */
  readonly rawStatus?: { readonly code: string; readonly name: string }
}

/** Cases that a tester finds on the first day, dated back from the start. */
const SAMPLES: readonly SampleCase[] = [
  {
    accountName: '虞青禾',
    slug: 'nurse-registration',
    daysAgo: 21,
    choose: { reg_type: 'renew' },
    paperOnly: '受理通知书',
    steps: [
      [1, 'preReview'],
      [2, 'receive'],
      [3, 'accept'],
      [3, 'review'],
      [6, 'approve', '材料齐全，准予延续注册'],
      [7, 'issue'],
      [7, 'complete', '电子证照已送达'],
    ],
  },
  {
    accountName: '虞青禾',
    slug: 'nurse-registration',
    daysAgo: 6,
    choose: { reg_type: 'change' },
    steps: [
      [1, 'preReview'],
      [2, 'receive'],
      [3, 'requestSupplement', '聘用证明的公章不清晰，请重新上传'],
    ],
  },
  {
    accountName: '虞青禾',
    slug: 'nurse-registration',
    daysAgo: 11,
    choose: { reg_type: 'first' },
    steps: [
      [1, 'accept'],
      [2, 'review'],
    ],
    rawStatus: { code: '35', name: '专家评审中' },
  },
  { accountName: '祁远帆', slug: 'physician-registration', daysAgo: 2, steps: [[1, 'preReview']] },
  {
    accountName: '祁远帆',
    slug: 'village-doctor-first-registration',
    daysAgo: 40,
    steps: [[2, 'notAccept', '申请人不在本辖区村卫生室执业，请向所在区申请']],
  },
  {
    accountName: '天津星槎速达货运有限公司',
    slug: 'road-freight',
    daysAgo: 97,
    steps: [[2, 'withdraw', '申请人到窗口撤回']],
  },
  {
    accountName: '天津星槎速达货运有限公司',
    slug: 'special-hours',
    daysAgo: 9,
    choose: { apply_type: 'renew' },
    promise: true,
    steps: [
      [1, 'preReview'],
      [2, 'receive'],
      [3, 'accept'],
      [4, 'review'],
    ],
  },
  {
    accountName: '天津星槎速达货运有限公司',
    slug: 'special-hours',
    daysAgo: 45,
    steps: [
      [2, 'accept'],
      [3, 'review'],
      [6, 'approve'],
      [7, 'complete'],
    ],
  },
  {
    accountName: '天津拾光里文化传播有限公司',
    slug: 'commercial-performance',
    daysAgo: 4,
    steps: [[2, 'requestSupplement', '演出场地的安全许可已过期，请更换']],
  },
  {
    accountName: '天津拾光里文化传播有限公司',
    slug: 'publication-retail',
    daysAgo: 15,
    steps: [
      [2, 'accept'],
      [3, 'review'],
      [9, 'approve'],
    ],
  },
]

/** The first option of every question that is shown, or the one that the sample names. */
function optionIdsOf(item: Item, choose: SampleCase['choose'] = {}): readonly string[] {
  const choice = new Map<string, readonly string[]>()
  return item.situations.flatMap((situation) => {
    if (situation.showWhen !== null && !holdsFor(situation.showWhen, choice)) return []
    const wanted = choose[situation.key]
    const option = situation.options.find(({ value }) => value === wanted) ?? situation.options[0]
    if (option === undefined) return []
    choice.set(situation.key, [option.value])
    return [option.optionId]
  })
}

const hasBusinessAddress = (form: FormFile | undefined): boolean =>
  form?.sections.some((section) => section.fields.some(({ id }) => id === 'biz_address')) === true

/** A few answers, so that an officer has something to read: what the account says, where the form asks for it. */
function sampleForm(platform: Platform, material: Material, account: FictionalAccount): FormData {
  const form = platform.catalogue.formById.get(material.formId)
  const first = new Map<string, readonly [fieldId: string, value: string]>()
  for (const field of form?.sections.flatMap((section) => section.fields) ?? []) {
    const value = typeOf(field).ofAccount?.(account)
    if (value !== undefined && !first.has(field.type)) first.set(field.type, [field.id, value])
  }
  const place: FormData = hasBusinessAddress(form) && account.address ? { biz_address: account.address } : {}
  return { ...Object.fromEntries(first.values()), ...place }
}

/** One small fictional PDF for the first attachment material. */
function sampleFile(platform: Platform, record: CaseRecord, material: Material, at: number): CaseRecord['materials'] {
  const attachId = platform.numbers.attachId(at)
  const bytes = Buffer.from(`%PDF-1.4\n% FICTIONAL SAMPLE ${attachId}\n%%EOF\n`)
  platform.files.write(attachId, bytes)
  platform.store.attachments.put({
    attachId,
    userId: record.userId,
    declareNo: record.declareNo,
    materialId: material.materialId,
    materialName: material.name,
    fieldId: '',
    caseNo: record.caseNo,
    fileName: '虚构样例.pdf',
    fileSize: bytes.length,
    fileType: 'pdf',
    digest: '',
    digestMethod: '',
    uploadedAt: at,
    contentId: attachId,
  })
  return [{ materialId: material.materialId, attachIds: [attachId] }]
}

const withPaper = (record: CaseRecord, paperOnly: string | undefined): CaseRecord => ({
  ...record,
  issuedDocs: record.issuedDocs.map((it) => (it.docName === paperOnly ? { ...it, attachId: null } : it)),
})

/** The afternoon of the n-th working day; never later than now, whatever holidays lie between. */
function workTime(submittedOn: string, workingDays: number, now: number): number {
  return Math.min(fromBeijing(addWorkingDays(submittedOn, workingDays), '15:32:08'), now)
}

function createSample(platform: Platform, sample: SampleCase): void {
  const { accounts, catalogue, numbers, store, now } = platform
  const account = accounts.find(({ name }) => name === sample.accountName)
  const item = catalogue.items.find(({ slug }) => slug === sample.slug)
  if (account === undefined || item === undefined)
    throw new Error(`sample case without account or matter: ${sample.slug}`)
  const submittedOn = addDays(beijingDate(now()), -sample.daysAgo)
  const at = fromBeijing(submittedOn, '10:20:36')
  const optionIds = optionIdsOf(item, sample.choose)
  const materials = materialsFor(item, chooseOptions(item, optionIds).choice)
  const forms: Record<string, SavedForm> = Object.fromEntries(
    materials
      .filter((material) => isForm(material) && (sample.promise === true || material.key !== PROMISE_FORM))
      .map((material) => [
        material.materialId,
        {
          formVersion: catalogue.formById.get(material.formId)?.version ?? '',
          formData: sampleForm(platform, material, account),
          savedAt: at,
        },
      ]),
  )
  const declareNo = numbers.declareNo(at)
  const caseNo = numbers.caseNo(at)
  const declaration = { declareNo, userId: account.userId, itemId: item.itemId, optionIds, forms }
  const applicant = {
    subjectType: account.subjectType,
    name: account.name,
    certNo: certNoOf(account),
    phone: account.phone,
    legalPerson: account.legalPerson,
    legalPersonIdNo: account.legalPersonIdNo,
    address: account.address,
  }
  const promisedMaterialIds = sample.promise === true ? materials.filter(isPromisable).map((it) => it.materialId) : []
  const opened = openCase({ caseNo, at, declaration, applicant, agent: null, materials: [], promisedMaterialIds })
  const attachment = materials.find((material) => !isForm(material))
  const start =
    attachment === undefined ? opened : { ...opened, materials: sampleFile(platform, opened, attachment, at) }
  const asked = attachment === undefined ? [] : [attachment.materialId]
  const finished = sample.steps.reduce(
    (record, [day, action, opinion = '']) =>
      applyAction(record, action, {
        at: workTime(submittedOn, day, now()),
        item,
        opinion,
        materialIds: asked,
        reasons: {},
        deadline: null,
      }),
    start,
  )
  const worked = keepDocuments(platform, withPaper(finished, sample.paperOnly))
  store.declarations.put({ ...declaration, status: '1', openedAt: at, touchedAt: at, caseNo })
  store.cases.put(
    sample.rawStatus === undefined
      ? worked
      : { ...worked, status: sample.rawStatus.code, statusName: sample.rawStatus.name },
  )
}

/** Creates the sample cases in an empty database; a database with cases is left as it is. */
export function seedSampleCases(platform: Platform): void {
  if (platform.store.cases.all().length > 0) return
  platform.store.transaction(() => {
    SAMPLES.forEach((sample) => createSample(platform, sample))
  })
}
