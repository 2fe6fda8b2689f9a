import type { Attachment } from '../../../shared/domain/attachment'
import { type AskedMaterial, NECESSITY_LABEL, type Material } from '../../../shared/domain/matter'
import { promisedIds, type Promises } from '../../../shared/domain/promise'
import { filesOf, type JudgedFile } from '../../../shared/judge/index'
import { toJudged } from '../draft/grounds'
import { type FileView, isRefused, itemView, rowView } from './file-view'
import { countText, limitsText, type MaterialTag, requirementText, tagOf } from './material-words'
import { promiseView, type PromiseView } from './promise-view'
import type { QueueItem } from './upload-queue'
import { waysFor, type Way } from './ways'

/** One material with its files. */
export interface MaterialView {
  readonly materialId: string
  readonly anchor: string
  readonly name: string
  readonly necessity: string
  readonly tag: MaterialTag
  /** What is wanted, or why it may be left out. */
  readonly line: string
  /** The office's remark; '' = none. */
  readonly note: string
  /** Types and sizes to the letter, for the sheet in which a file is chosen. */
  readonly limits: string
  readonly promise: PromiseView
  /** The form is printed for it first. */
  readonly ofPrint: boolean
  readonly files: readonly FileView[]
  readonly delivered: number
  /** Files that were chosen and did not come. */
  readonly failed: number
  /** For a screen reader. */
  readonly countText: string
  /** Nothing is lacking for the submit, as the review judges it. */
  readonly enough: boolean
  /** Something is to be done here: files lack, or one of them went wrong. */
  readonly unfinished: boolean
  readonly full: boolean
  readonly addLabel: string
  readonly ways: readonly Way[]
}

/** It was chosen, and stands there without having come: it is not submitted. */
export const didNotCome = ({ look }: FileView): boolean => look === 'bad' || look === 'again'

export const materialAnchor = (materialId: string): string => `material-${materialId.replace(/[^A-Za-z0-9_-]/g, '_')}`

/** Materials that are files; forms are filled in on the form page. An unknown kind is shown rather than hidden. */
export const needsFiles = (material: Material): boolean => material.kind !== 'form'

/** A delivered file's picture is on this phone only as long as it picked it itself. */
export type PictureOf = (attachmentId: string) => string

const NO_PICTURES: PictureOf = () => ''

export function materialView(
  material: AskedMaterial,
  attachments: readonly Attachment[],
  queue: readonly QueueItem[],
  promises: Promises,
  pictureOf: PictureOf = NO_PICTURES,
): MaterialView {
  const { materialId, name } = material
  const rows = attachments.filter((row) => row.materialId === materialId && row.fieldId === undefined)
  const items = queue.filter((item) => item.materialId === materialId)
  const onTheirWay = new Set(items.map((item) => item.attachmentId))
  const isPromised = promisedIds(promises).includes(materialId)
  const judged = filesOf(material, judgedFiles(attachments, queue), isPromised)
  const { have, begun, least, need } = judged
  const files = [
    ...rows
      .filter((row) => !onTheirWay.has(row.attachmentId))
      .map((row) => rowView(row, name, pictureOf(row.attachmentId))),
    ...items.map((item) => itemView(item, name)),
  ]
  const failed = files.filter(didNotCome).length
  const isFree = material.shareable && least === 0
  return {
    materialId,
    anchor: materialAnchor(materialId),
    name,
    necessity: NECESSITY_LABEL[material.necessity],
    tag: tagOf(judged, material, isPromised, { going: files.filter(({ look }) => look === 'going').length, failed }),
    failed,
    line: isFree ? '能核验到就不用交；核验不到，窗口联系您' : requirementText(material, least),
    note: material.note ?? '',
    limits: limitsText(material, least),
    promise: promiseView(promises, materialId, begun > 0),
    ofPrint: material.ofPrint === true,
    files,
    delivered: have,
    countText: countText(judged, material, isPromised),
    enough: have >= need,
    unfinished: have < need || failed > 0,
    full: begun >= material.maxCount,
    addLabel: isFree && begun === 0 ? '也可以传' : '添加',
    ways: waysFor(material),
  }
}

/** Files of a material that take a place, with those in the queue: everything but what was refused. */
export const fileCount = (
  material: Material,
  attachments: readonly Attachment[],
  queue: readonly QueueItem[],
): number => filesOf(material, judgedFiles(attachments, queue), false).begun

/** What the ledger has and what is on its way to it, each once: of a file in the queue the queue knows better. */
function judgedFiles(attachments: readonly Attachment[], queue: readonly QueueItem[]): readonly JudgedFile[] {
  const items = queue.filter(({ state }) => state !== 'unusable')
  const onTheirWay = new Set(items.map(({ attachmentId }) => attachmentId))
  const queued = items.map((item): JudgedFile => {
    const state = isRefused(item) ? 'refused' : 'queued'
    return { id: item.key, materialId: item.materialId, fieldId: '', state, providerId: '' }
  })
  return [...attachments.filter(({ attachmentId }) => !onTheirWay.has(attachmentId)).map(toJudged), ...queued]
}
