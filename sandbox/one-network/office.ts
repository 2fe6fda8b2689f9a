import {
  type ActionInput,
  allowedActions,
  applyAction,
  OFFICE_ACTIONS,
  type OfficeAction,
} from './case-life-cycle/actions'
import { toProgress } from './case-life-cycle/case-wire'
import type { FormFile } from './catalogue/form-file'
import { FINISHED } from './case-life-cycle/statuses'
import { chooseOptions, materialsFor } from './catalogue/choose'
import { isForm } from './catalogue/item'
import { keepDocuments } from './documents/keep-documents'
import { type ReadableForm, toReadableForm } from './forms/readable'
import { toOfficeBrief } from './office-brief'
import { type OfficeRound, toOfficeRounds } from './office-rounds'
import { itemOf, type Platform } from './platform'
import type { Pushes } from './pushes/pushes'
import type { AgentRecord, ApplicantRecord, CaseRecord, FormData } from './state/records'

/** What the office wants of a case; see OFFICE_ACTIONS. */
interface ActionRequest {
  readonly opinion?: string
  /** requestSupplement: materials to supplement; the first of the matter when none is named. */
  readonly materialIds?: readonly string[]
  /** requestSupplement: why, by material; the opinion where none is given. */
  readonly reasons?: Readonly<Record<string, string>>
  /** requestSupplement: epoch ms; no deadline when absent (the law sets none for the applicant). */
  readonly deadline?: number
}

export type OfficeCaseBrief = ReturnType<typeof toOfficeBrief>

interface OfficeAttachment {
  readonly attachId: string
  readonly fileName: string
  readonly fileSize: number
}

/** A form of a case: as an officer reads it, and as it was sent. */
interface OfficeForm extends ReadableForm {
  readonly materialId: string
  readonly formData: FormData
}

export interface OfficeCase {
  readonly brief: OfficeCaseBrief
  readonly progress: ReturnType<typeof toProgress>
  readonly applicant: ApplicantRecord
  readonly agent: AgentRecord | null
  /** What the applicant chose of the matter's situations. */
  readonly situation: readonly string[]
  readonly forms: readonly OfficeForm[]
  readonly materials: readonly {
    readonly materialId: string
    readonly name: string
    readonly files: readonly OfficeAttachment[]
  }[]
  readonly promised: readonly string[]
  /** Materials of the applicant's situation: a supplement can ask for them. */
  readonly askable: readonly { readonly materialId: string; readonly name: string; readonly isForm: boolean }[]
  readonly supplements: readonly OfficeRound[]
  readonly actions: readonly { readonly action: OfficeAction; readonly label: string }[]
}

/** Why the office's wish was refused, for the person at the desk. */
export class OfficeRefusal extends Error {
  override readonly name = 'OfficeRefusal'
}

/** The officers' side of the provider: used by the desk page and by tests. */
export interface Office {
  /** Newest first. */
  listCases(): readonly OfficeCaseBrief[]
  /** undefined when there is no such case. */
  openCase(caseNo: string): OfficeCase | undefined
  readAttachment(attachId: string): { readonly fileName: string; readonly bytes: Buffer } | undefined
  allowedActions(caseNo: string): readonly OfficeAction[]
  /** Throws OfficeRefusal when the case's status does not allow it. */
  act(caseNo: string, action: OfficeAction, request?: ActionRequest): OfficeCaseBrief
  /**
   * Brings a form out in another version, with the fields that it then has: from now on the old one is refused (3001).
   * Lasts until the provider starts anew.
   */
  bringOutForm(formId: string, version: string, change: (form: FormFile) => FormFile): void
  /** Any code, also one that nobody knows; the name is what lists will show. */
  setStatus(caseNo: string, code: string, name?: string): OfficeCaseBrief
  /** Pushes an event of any type about a case, also one that nobody knows. Answers its id. */
  pushEvent(caseNo: string, eventType: string, summary?: string): string
}

export function createOffice(platform: Platform, pushes: Pick<Pushes, 'send'>): Office {
  const { store, catalogue, now } = platform

  function need(caseNo: string): CaseRecord {
    const record = store.cases.get(caseNo)
    if (record === undefined) throw new OfficeRefusal(`没有办件 ${caseNo}`)
    return record
  }
  const brief = (record: CaseRecord) => toOfficeBrief(record, itemOf(platform, record.itemId), now())

  function toFiles(attachIds: readonly string[]): readonly OfficeAttachment[] {
    return attachIds.flatMap((attachId) => {
      const record = store.attachments.get(attachId)
      return record === undefined ? [] : [{ attachId, fileName: record.fileName, fileSize: record.fileSize }]
    })
  }

  function toOfficeCase(record: CaseRecord): OfficeCase {
    const item = itemOf(platform, record.itemId)
    const nameOf = (materialId: string) => catalogue.materialById.get(materialId)?.material.name ?? materialId
    return {
      brief: brief(record),
      progress: toProgress(record, item),
      applicant: record.applicant,
      agent: record.agent,
      situation: item.situations
        .flatMap(({ options }) => options)
        .filter(({ optionId }) => record.optionIds.includes(optionId))
        .map(({ label }) => label),
      forms: Object.entries(record.forms).flatMap(([materialId, saved]) => {
        const form = catalogue.formById.get(catalogue.materialById.get(materialId)?.material.formId ?? '')
        const { formData } = saved
        return form === undefined ? [] : [{ ...toReadableForm(form, formData), materialId, formData }]
      }),
      materials: record.materials.map(({ materialId, attachIds }) => ({
        materialId,
        name: nameOf(materialId),
        files: toFiles(attachIds),
      })),
      promised: record.promisedMaterialIds.map(nameOf),
      askable: materialsFor(item, chooseOptions(item, record.optionIds).choice).map((material) => ({
        materialId: material.materialId,
        name: material.name,
        isForm: isForm(material),
      })),
      supplements: toOfficeRounds(platform, record),
      actions: allowedActions(record, item).map((action) => ({ action, label: OFFICE_ACTIONS[action] })),
    }
  }

  return {
    listCases: () =>
      store.cases
        .all()
        .slice()
        .sort((a, b) => b.submittedAt - a.submittedAt || b.caseNo.localeCompare(a.caseNo))
        .map(brief),
    openCase(caseNo) {
      const record = store.cases.get(caseNo)
      return record === undefined ? undefined : toOfficeCase(record)
    },
    readAttachment(attachId) {
      const record = store.attachments.get(attachId)
      const bytes = record === undefined ? undefined : platform.files.read(record.contentId)
      return record === undefined || bytes === undefined ? undefined : { fileName: record.fileName, bytes }
    },
    allowedActions(caseNo) {
      const record = need(caseNo)
      return allowedActions(record, itemOf(platform, record.itemId))
    },
    act(caseNo, action, request = {}) {
      const record = need(caseNo)
      const item = itemOf(platform, record.itemId)
      if (!allowedActions(record, item).includes(action)) {
        throw new OfficeRefusal(`办件状态为 ${record.status}，不能${OFFICE_ACTIONS[action]}`)
      }
      const input: ActionInput = {
        at: now(),
        item,
        opinion: request.opinion ?? '',
        materialIds: request.materialIds ?? [],
        reasons: request.reasons ?? {},
        deadline: request.deadline ?? null,
      }
      const unknown = input.materialIds.find((id) => !item.materials.some(({ materialId }) => materialId === id))
      if (unknown !== undefined) throw new OfficeRefusal(`本事项没有材料 ${unknown}`)
      const changed = keepDocuments(platform, applyAction(record, action, input))
      store.cases.put(changed)
      return brief(changed)
    },
    bringOutForm(formId, version, change) {
      const form = catalogue.formById.get(formId)
      if (form === undefined) throw new OfficeRefusal(`没有表单 ${formId}`)
      catalogue.formById.set(formId, { ...change(form), version })
    },
    pushEvent(caseNo, eventType, summary = '') {
      if (!/^[A-Z][A-Z0-9_]{0,63}$/.test(eventType)) throw new OfficeRefusal('事件类型须为大写字母、数字和下划线')
      return pushes.send(need(caseNo), { eventType, summary: summary === '' ? null : summary, deadline: null })
    },
    setStatus(caseNo, code, name = '') {
      if (!/^\d{1,4}$/.test(code)) throw new OfficeRefusal('状态码须为 1 到 4 位数字')
      const record = need(caseNo)
      const finishedAt = FINISHED.includes(code) ? (record.finishedAt ?? now()) : null
      const changed = { ...record, status: code, statusName: name, finishedAt }
      store.cases.put(changed)
      return brief(changed)
    },
  }
}
