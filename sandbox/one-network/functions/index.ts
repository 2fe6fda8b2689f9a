import { prepareMaterials } from './1-prepare-materials'
import { queryEnterpriseCredit } from './10-query-enterprise-credit'
import { listMaterials } from './11-list-materials'
import { listSituations } from './12-list-situations'
import { listMaterialsByOptions } from './13-list-materials-by-options'
import { uploadAttachment } from './14-upload-attachment'
import { listUploadedAttachments } from './15-list-uploaded-attachments'
import { chooseSituation } from './16-choose-situation'
import { login } from './17-login'
import { getCaseCounts } from './18-get-case-counts'
import { listCases } from './19-list-cases'
import { downloadBlankForm } from './2-download-blank-form'
import { listCasesWithAttachments } from './20-list-cases-with-attachments'
import { listCaseMaterials } from './21-list-case-materials'
import { getSupplementRequirements } from './22-get-supplement-requirements'
import { uploadSupplementAttachment } from './23-upload-supplement-attachment'
import { deleteSupplementAttachment } from './24-delete-supplement-attachment'
import { submitSupplement } from './25-submit-supplement'
import { listSupplementMaterials } from './26-list-supplement-materials'
import { getCaseProgress } from './27-get-case-progress'
import { getEvaluation } from './29-get-evaluation'
import { getItemDetail } from './3-get-item-detail'
import { addEvaluation } from './30-add-evaluation'
import { listEvaluationOptions } from './31-list-evaluation-options'
import { downloadCaseArchive } from './32-download-case-archive'
import { listItems } from './33-list-items'
import { listRecommendedItems } from './34-list-recommended-items'
import { searchItems } from './35-search-items'
import { saveDeclaration } from './4-save-declaration'
import { getFormStatus } from './5-get-form-status'
import { uploadFormAttachment } from './7-upload-form-attachment'
import { getAttachmentInfo } from './8-get-attachment-info'
import { listLastAttachments } from './9-list-last-attachments'
import { getLatestFormData } from './6-get-latest-form-data'
import type { ProviderFunction } from './define'

const all: readonly ProviderFunction[] = [
  prepareMaterials,
  downloadBlankForm,
  getItemDetail,
  saveDeclaration,
  getFormStatus,
  getLatestFormData,
  uploadFormAttachment,
  getAttachmentInfo,
  listLastAttachments,
  queryEnterpriseCredit,
  listMaterials,
  listSituations,
  listMaterialsByOptions,
  uploadAttachment,
  listUploadedAttachments,
  chooseSituation,
  login,
  getCaseCounts,
  listCases,
  listCasesWithAttachments,
  listCaseMaterials,
  getSupplementRequirements,
  uploadSupplementAttachment,
  deleteSupplementAttachment,
  submitSupplement,
  listSupplementMaterials,
  getCaseProgress,
  getEvaluation,
  addEvaluation,
  listEvaluationOptions,
  downloadCaseArchive,
  listItems,
  listRecommendedItems,
  searchItems,
]

/** The functions that the provider has opened, by number. Any other function of the contract answers 1004. */
export const functionByNo: ReadonlyMap<number, ProviderFunction> = new Map(all.map((it) => [it.no, it] as const))
