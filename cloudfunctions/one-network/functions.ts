import { type OperationId } from './wire'

/**
 * How a call may be repeated (contract chapter 9). safe: always. requestNo: only with the same requestNo, which the
 * body holds. never: not at all (login: one-time credentials, counted failures).
 */
export type RetryClass = 'safe' | 'requestNo' | 'never'

export interface FunctionRow {
  /** Number in the contract (chapter 6). */
  readonly no: number
  readonly path: string
  readonly timeoutMs: number
  readonly retry: RetryClass
}

const row = (no: number, path: string, seconds: number, retry: RetryClass): FunctionRow => ({
  no,
  path: `/api/v1/${path}`,
  timeoutMs: seconds * 1000,
  retry,
})

/** The functions of the contract that are used so far; adding one = one row, one resource method, one mapper. */
export const FUNCTIONS = {
  prepareMaterials: row(1, 'items/prepare-materials', 10, 'safe'),
  downloadBlankForm: row(2, 'materials/blank-file', 60, 'safe'),
  getItemDetail: row(3, 'items/detail', 10, 'safe'),
  saveDeclaration: row(4, 'declarations/save', 30, 'requestNo'),
  getFormStatus: row(5, 'forms/status', 10, 'safe'),
  getLatestFormData: row(6, 'forms/latest', 10, 'safe'),
  uploadFormAttachment: row(7, 'forms/attachments/upload', 60, 'safe'),
  getAttachmentInfo: row(8, 'attachments/info', 10, 'safe'),
  listLastAttachments: row(9, 'attachments/last', 10, 'safe'),
  queryEnterpriseCredit: row(10, 'credit/enterprise', 15, 'safe'),
  listMaterials: row(11, 'items/materials', 10, 'safe'),
  listSituations: row(12, 'items/situations', 10, 'safe'),
  listMaterialsByOptions: row(13, 'items/situation-materials', 10, 'safe'),
  uploadAttachment: row(14, 'attachments/upload', 60, 'safe'),
  listUploadedAttachments: row(15, 'attachments/list', 10, 'safe'),
  chooseSituation: row(16, 'declarations/choose-situation', 15, 'requestNo'),
  login: row(17, 'auth/login', 10, 'never'),
  getCaseCounts: row(18, 'cases/counts', 10, 'safe'),
  listCases: row(19, 'cases/list', 10, 'safe'),
  listCasesWithAttachments: row(20, 'cases/with-attachments', 10, 'safe'),
  listCaseMaterials: row(21, 'cases/materials', 10, 'safe'),
  getSupplementRequirements: row(22, 'supplements/required', 10, 'safe'),
  uploadSupplementAttachment: row(23, 'supplements/attachments/upload', 60, 'safe'),
  deleteSupplementAttachment: row(24, 'supplements/attachments/delete', 10, 'safe'),
  submitSupplement: row(25, 'supplements/submit', 30, 'requestNo'),
  listSupplementMaterials: row(26, 'supplements/materials', 10, 'safe'),
  getCaseProgress: row(27, 'cases/progress', 10, 'safe'),
  getEvaluation: row(29, 'evaluations/detail', 10, 'safe'),
  addEvaluation: row(30, 'evaluations/add', 15, 'requestNo'),
  listEvaluationOptions: row(31, 'evaluations/options', 10, 'safe'),
  downloadCaseArchive: row(32, 'cases/archive', 120, 'safe'),
  listItems: row(33, 'items/list', 10, 'safe'),
  listRecommendedItems: row(34, 'items/recommend', 10, 'safe'),
  searchItems: row(35, 'items/search', 10, 'safe'),
} as const satisfies Partial<Record<OperationId, FunctionRow>>

export type FunctionKey = keyof typeof FUNCTIONS
export type UploadKey = 'uploadFormAttachment' | 'uploadAttachment' | 'uploadSupplementAttachment'
export type DownloadKey = 'downloadBlankForm' | 'downloadCaseArchive'
export type JsonKey = Exclude<FunctionKey, UploadKey | DownloadKey>
