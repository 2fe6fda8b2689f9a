import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { ReadableForm } from '../forms/readable'

let font: Buffer | undefined

/** The font that the project ships for printing; read once. */
function chineseFont(): Buffer {
  font ??= readFileSync(
    createRequire(__filename).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  )
  return font
}

/** A form of a case as the provider's own PDF: plain, and of the same fictional data. */
export function formPdf(form: ReadableForm): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 56, info: { Title: form.title } })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.once('error', reject)
    pdf.once('end', () => resolve(Buffer.concat(chunks)))
    pdf.font(chineseFont())
    pdf.fontSize(16).text(form.title, { align: 'center' }).moveDown()
    for (const section of form.sections) {
      pdf.fontSize(13).text(section.title).moveDown(0.5)
      for (const { label, value } of section.rows) pdf.fontSize(11).text(`${label}：${value}`)
      pdf.moveDown()
    }
    pdf.fontSize(9).text('本文件由沙箱生成，内容均为虚构。')
    pdf.end()
  })
}
