import type { Material } from '../catalogue/item'
import type { FormField, FormFile } from '../catalogue/form-file'
import { typeOf } from '../forms/field-types'
import { type DocumentPart, docxOf } from './docx'

/** BlankFileRequest of the contract: "1" 空表, "2" 样表. */
export type BlankKind = '1' | '2'

const LINE = '＿＿＿＿＿＿＿＿'

function valueOf(field: FormField, isSample: boolean): string {
  const { choices, sample } = typeOf(field)
  if (!choices) return isSample ? sample : ''
  return choices(field)
    .map((label, index) => `${isSample && index === 0 ? '☑' : '□'} ${label}`)
    .join('　')
}

/** A table of the form: its columns, then a row to fill in. */
function tablePart(field: FormField, isSample: boolean): DocumentPart[] {
  const columns = field.columns ?? []
  const row = columns.map((column) => valueOf(column, isSample))
  return [
    { kind: 'text', text: field.label },
    { kind: 'table', rows: [columns.map(({ label }) => label), row, ...(isSample ? [] : [row, row])] },
  ]
}

function sectionParts(section: FormFile['sections'][number], isSample: boolean): DocumentPart[] {
  const isTable = (field: FormField) => typeOf(field).isTable === true && (field.columns?.length ?? 0) > 0
  const plain = section.fields.filter((field) => !isTable(field))
  return [
    { kind: 'heading', text: section.title },
    { kind: 'table', rows: plain.map((field) => [field.label, valueOf(field, isSample)]) },
    ...section.fields.filter(isTable).flatMap((field) => tablePart(field, isSample)),
  ]
}

/** A text that the applicant writes: there is no dictionary for it, so the frame only. */
function letterParts(material: Material, isSample: boolean): DocumentPart[] {
  return [
    { kind: 'text', text: material.sourceDetail },
    { kind: 'text', text: material.note },
    { kind: 'text', text: isSample ? '（示例）此处写明本材料的内容。以下内容均为虚构。' : `${LINE}\n`.repeat(8) },
    { kind: 'text', text: isSample ? '申请人：（示例）虚构单位（盖章）' : `申请人（签名或盖章）：${LINE}` },
    { kind: 'text', text: isSample ? '日期：2026 年 1 月 5 日' : '日期：＿＿年＿＿月＿＿日' },
  ]
}

/** Characters that file systems refuse. */
const FORBIDDEN = /[\\/:*?"<>|]/g

/** The blank form or the sample of a material as a Word document. @param form undefined for an attachment */
export function blankFormOf(
  material: Material,
  form: FormFile | undefined,
  kind: BlankKind,
): { readonly fileName: string; readonly bytes: Buffer } {
  const isSample = kind === '2'
  const parts: readonly DocumentPart[] = [
    { kind: 'title', text: form?.title ?? material.name },
    { kind: 'text', text: isSample ? '样表：内容均为虚构，仅说明填写方法。' : '空表：请按实际情况填写。' },
    ...(form === undefined
      ? letterParts(material, isSample)
      : form.sections.flatMap((section) => sectionParts(section, isSample))),
  ]
  const name = material.name.replace(FORBIDDEN, '_').slice(0, 60)
  return { fileName: `${name}（${isSample ? '样表' : '空表'}）.docx`, bytes: docxOf(parts) }
}
