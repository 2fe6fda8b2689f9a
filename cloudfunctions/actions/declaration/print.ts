import * as v from 'valibot'
import { type DeclarationState } from '../../../miniprogram/shared/domain/declaration'
import { formatBeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { summarize, type SummarySection } from '../../../miniprogram/shared/form'
import { contextOf } from '../../../miniprogram/shared/judge'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { type PrintedDocument } from '../../print/document'
import { printDocument } from '../../print'
import { listAttachments } from '../../stores/attachments'
import { neededFiles } from '../../domain/declaration/needed-files'
import { offerFile } from '../../domain/storage/offer'
import { type OwnDeclaration, requireDeclaration } from '../../domain/declaration/access'
import { askedOpenForms } from '../../domain/declaration/form-rows'
import { groundsOf } from '../../domain/declaration/grounds'
import { signaturePictures } from '../../domain/declaration/signatures'

const input = v.object({ draftId: ourId, version })

/** Reading the fonts, drawing hundreds of rows and storing the file take time. */
const BUDGET_MS = 40_000

const OFFICE = '天津高新区政务服务办公室'

/** What a form that is not filed yet says about itself: across its pages, and under its title. */
const MARKS: Readonly<Record<DeclarationState, readonly [mark: string, text: string]>> = {
  draft: ['尚未提交', '尚未提交：本表是草稿，仅供核对，不能代替在线提交。'],
  confirming: ['结果确认中', '结果确认中：已经提交，正在向一网通核对是否收到。'],
  submitted: ['', ''],
}

/**
 * Prints the electronic forms of a declaration as one PDF, as the server holds them, and gives a short-lived address of
 * it. CONFLICT when the page shows another version.
 */
export const printDeclaration = defineAction(
  'declaration.print',
  input,
  async ({ draftId, version: shown }, context) => {
    const own = await requireDeclaration(draftId, context)
    if (own.row.version !== shown) throw new AppError('CONFLICT', 'print names another version')
    const { pdf, pages, unprintable } = await printDocument(await toPrinted(own, context))
    const place = { draftId, purpose: 'print', materialId: '', fieldId: '' } as const
    const offered = await offerFile(pdf, 'pdf', place, own.active, context)
    return { ...offered, fileName: `${own.row.matterName}.pdf`, pages, unprintable }
  },
  { budgetMs: BUDGET_MS },
)

async function toPrinted({ row, active }: OwnDeclaration, context: Context): Promise<PrintedDocument> {
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
      context,
    ),
  }
}

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

const signatureIds = (sections: readonly SummarySection[]): readonly string[] =>
  sections.flatMap(({ items }) => items.flatMap(({ attachmentIds }) => attachmentIds ?? []))
