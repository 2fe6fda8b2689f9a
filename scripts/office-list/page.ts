import { ANSWERS } from './workbook'
import type { OfficeSheet } from './lines'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** The same to print and sign: A4, landscape, the headings on every sheet of paper. */
export function pageOf({ department, matter, lines }: OfficeSheet, first: readonly string[]): string {
  const title = `${matter || department}：请核对（${department}）`
  const cells = (texts: readonly string[], tag = 'td'): string =>
    texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')
  const blank = Object.keys(ANSWERS).map(() => '')
  const rows = lines.map(
    ({ group, topic, text, now }, at) =>
      `<tr>${cells([String(at + 1), `${group}·${topic}`, text, now, ...blank])}</tr>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
@page { size: A4 landscape; margin: 12mm }
body { font: 10pt/1.4 sans-serif }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #444; padding: 3px 5px; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group }
tr { break-inside: avoid }
</style></head><body>
<h1>${escaped(title)}</h1>
<ul>${first.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
<table><thead><tr>${cells(['序号', '类别', '内容', '现在', ...Object.values(ANSWERS)], 'th')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</body></html>
`
}
