import type { Output } from '../../miniprogram/shared/contract/actions'
import type { AccountView, Identity } from '../../miniprogram/shared/domain/account'
import type { CaseBrief, CaseProgress } from '../../miniprogram/shared/domain/case'
import type { DeclarationBrief } from '../../miniprogram/shared/domain/declaration'
import type { GuideSources } from '../../miniprogram/shared/domain/guide-source'
import type { Material, MatterBrief, MatterGuide, Situation } from '../../miniprogram/shared/domain/matter'

/** Invented people and matters, as the functions would answer them. */
export const PERSON: Identity = {
  subjectType: 'person',
  displayName: '欧**五',
  maskedCertNo: '1****************7',
  maskedPhone: '130******01',
  boundAt: '2026-11-02T10:42:18+08:00',
  expired: false,
}

export const ENTERPRISE: Identity = {
  subjectType: 'enterprise',
  displayName: '天津虚构医疗服务有限公司',
  maskedCertNo: '9****************X',
  maskedPhone: '130******02',
  agentName: '*四',
  boundAt: '2026-11-03T09:00:00+08:00',
  expired: false,
}

export const NOBODY: AccountView = { active: null, identities: [] }
export const AS_PERSON: AccountView = { active: 'person', identities: [PERSON] }
export const AS_BOTH: AccountView = { active: 'person', identities: [PERSON, ENTERPRISE] }
export const AS_ENTERPRISE: AccountView = { active: 'enterprise', identities: [PERSON, ENTERPRISE] }

export const NURSE: MatterBrief = {
  matterId: 'SX-NURSE',
  name: '护士执业注册许可',
  shortName: '护士执业注册',
  typeLabel: '行政许可',
  subjects: ['person'],
  department: '天津高新区政务服务办（卫生健康事权）',
  theme: '卫生健康',
  promisedDays: 10,
  pinyin: ['hu shi zhi ye zhu ce', 'hu shi zhi ye zhu ce xu ke'],
  hasSituations: true,
  fileable: true,
}

export const FREIGHT: MatterBrief = {
  matterId: 'SX-FREIGHT',
  name: '道路货物运输经营许可（危险货物除外）',
  shortName: '道路货运许可',
  typeLabel: '行政许可',
  subjects: ['enterprise'],
  department: '天津高新区政务服务办（交通运输事权）',
  theme: '交通运输',
  pinyin: ['dao lu huo yun xu ke', 'dao lu huo wu yun shu jing ying xu ke wei xian huo wu chu wai'],
  hasSituations: true,
  fileable: false,
}

export const DRAFT: DeclarationBrief = {
  draftId: 'draft-1',
  matterId: NURSE.matterId,
  matterName: '护士执业注册许可',
  subjectType: 'person',
  situationText: '首次注册；未超过3年',
  state: 'draft',
  savedAt: '2026-11-02T12:03:00+08:00',
}

export const PHOTO: Material = {
  materialId: 'CL-PHOTO',
  name: '近期免冠照片',
  kind: 'attachment',
  necessity: 'required',
  minCount: 1,
  maxCount: 2,
  fileTypes: ['jpg', 'png'],
  maxSizeBytes: 2 * 1024 * 1024,
  shareable: false,
  promisable: false,
}

export const FORM: Material = { ...PHOTO, materialId: 'CL-FORM', name: '护士执业注册申请审核表', kind: 'form' }

export const GUIDE: MatterGuide = {
  ...NURSE,
  statutoryLimit: { value: 20, unit: '个工作日' },
  promisedLimit: { value: 10, unit: '个工作日' },
  legalBasis: [{ lawName: '护士条例', article: '第七条', content: '护士执业，应当经执业注册取得护士执业证书。' }],
  conditions: ['具有完全民事行为能力'],
  results: [{ docName: '护士执业证书', validity: '5 年' }],
  commitment: { supported: false },
  fee: { charged: false },
  address: '高新区政务服务大厅 3 号窗口',
  phone: '13000000109',
  process: ['申请', '受理', '审查', '决定'],
  tips: ['请带原件核对'],
  guideVersion: '3',
}

export const SITUATIONS: readonly Situation[] = [
  {
    situationId: 'Q1',
    question: '注册类别？',
    multiple: false,
    required: true,
    dependsOn: [],
    options: [
      { optionId: 'Q1-first', name: '首次注册' },
      { optionId: 'Q1-cancel', name: '注销注册', blockedBecause: '注销注册请到窗口办理。' },
    ],
  },
  {
    situationId: 'Q2',
    question: '距通过考试是否超过 3 年？',
    multiple: false,
    required: true,
    dependsOn: ['Q1-first'],
    options: [
      { optionId: 'Q2-no', name: '未超过3年' },
      { optionId: 'Q2-yes', name: '已超过3年' },
    ],
  },
  {
    situationId: 'Q3',
    question: '另外需要什么？',
    multiple: true,
    required: false,
    dependsOn: ['Q1-first'],
    options: [
      { optionId: 'Q3-copy', name: '证书副本' },
      { optionId: 'Q3-mail', name: '邮寄' },
    ],
  },
]

export const CASE: CaseBrief = {
  caseNo: 'GX202611020001',
  matterId: NURSE.matterId,
  matterName: NURSE.name,
  status: { code: '12', name: '已提交', known: true, turn: 'office' },
  submittedAt: '2026-11-02T10:42:18+08:00',
  promisedFinishDate: '2026-11-16',
}

export const PROGRESS: CaseProgress = {
  caseNo: CASE.caseNo,
  matterId: NURSE.matterId,
  matterName: NURSE.name,
  status: CASE.status,
  promisedFinishDate: '2026-11-16',
  nodes: [
    { seq: 1, name: '申请提交', state: 'done', endedAt: '2026-11-02T10:42:18+08:00' },
    { seq: 2, name: '受理', state: 'current' },
  ],
  pauses: [],
  documents: [],
}

export const HOME: Output<'home.open'> = {
  account: AS_PERSON,
  matters: { ok: true, value: [FREIGHT, NURSE] },
  recommended: { ok: true, value: { matters: [NURSE, FREIGHT], more: true } },
  counts: { ok: true, value: { supplement: 1, processing: 3, finished: 5, promise: 0 } },
  drafts: { ok: true, value: [DRAFT] },
}

export const SOURCES: GuideSources = {
  conditions: [{ level: 'law', basis: '护士条例第七条' }],
  tips: [{ level: 'practice' }],
  legalBasis: [{ level: 'law' }],
  results: [{ level: 'provider' }],
  statutoryLimit: { level: 'law', basis: '护士条例第八条' },
  promisedLimit: { level: 'provider' },
  notCounted: { level: 'provider' },
  fee: { level: 'provider' },
  materials: { [PHOTO.materialId]: { level: 'reprint', basis: '护士执业注册管理办法' } },
  situationLimits: [
    {
      value: 7,
      unit: '个工作日',
      optionId: 'Q1-first',
      when: '首次注册',
      source: { level: 'law', basis: '护士条例第九条' },
    },
  ],
}

export const MATTER_PAGE: Output<'matter.open'> = {
  account: AS_PERSON,
  guide: GUIDE,
  sources: SOURCES,
  materials: { ok: true, value: [FORM, PHOTO] },
  situations: { ok: true, value: SITUATIONS },
  commitments: [],
  drafts: [],
}
