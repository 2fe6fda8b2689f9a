import { type DeclarationState } from '../../../miniprogram/shared/domain/declaration'
import { formatBeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { summarize, type SummarySection } from '../../../miniprogram/shared/form'
import { type OwnDeclaration } from './access'
import { type PrintedDocument } from '../../print/document'
import { contextOf } from '../../../miniprogram/shared/judge'
import { type Context } from '../../kernel/context'
import { listAttachments } from '../../stores/attachments'
import { askedOpenForms } from './form-rows'
import { groundsOf } from './grounds'
import { neededFiles } from './needed-files'
import { OFFICE } from '../matter/office'
import { sessionOf } from '../account/session'
import { signaturePictures } from './signatures'

/** What a form that is not filed yet says about itself: across its pages, and under its title. */
const MARKS: Readonly<Record<DeclarationState, readonly [mark: string, text: string]>> = {
  draft: ['尚未提交', '尚未提交：本表是草稿，仅供核对，不能代替在线提交。'],
  confirming: ['结果确认中', '结果确认中：已经提交，正在向一网通核对是否收到。'],
  submitted: ['', ''],
}

const signatureIds = (sections: readonly SummarySection[]): readonly string[] =>
  sections.flatMap(({ items }) => items.flatMap(({ attachmentIds }) => attachmentIds ?? []))

function headOf({ row, active: { profile } }: Pick<OwnDeclaration, 'row' | 'active'>): PrintedDocument['head'] {
  const filed = row.receivedAt === '' ? [] : [{ label: '提交时间', text: formatBeijingTime(row.receivedAt) }]
  const rows = [
    { label: '办理事项', text: row.matterName },
    { label: '申请人', text: profile.name },
    { label: '统一社会信用代码', text: profile.uscc ?? '' },
    { label: '办理情形', text: row.situationText },
    { label: '申报编号', text: row.declareNo },
    { label: '办件编号', text: row.caseNo },
    { label: '保存时间', text: formatBeijingTime(row.savedAt) },
    ...filed,
  ]
  return rows.filter(({ text }) => text !== '')
}

/** What the sheet of a declaration shows, as the server holds it. */
export async function toPrinted({ row, active }: OwnDeclaration, context: Context): Promise<PrintedDocument> {
  const now = context.now()
  const [opened, uploaded] = await Promise.all([askedOpenForms(row), listAttachments(row._id)])
  const attachments = neededFiles(row, uploaded)
  const grounds = groundsOf(row, active.profile, attachments, now)
  const forms = opened.map(({ schema, answers }) => ({
    title: schema.title,
    sections: summarize(schema, contextOf(answers, grounds)),
  }))
  const signed = new Set(forms.flatMap(({ sections }) => signatureIds(sections)))
  const [mark, markText] = MARKS[row.state]
  return {
    office: OFFICE,
    head: headOf({ row, active }),
    mark,
    markText,
    printedAt: formatBeijingTime(toBeijingTime(now)),
    forms,
    pictures: await signaturePictures(
      attachments.filter(({ _id }) => signed.has(_id)),
      sessionOf(active.bindingId, context),
      context,
    ),
  }
}
