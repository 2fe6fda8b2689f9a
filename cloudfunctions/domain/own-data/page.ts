import { formatBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type OwnData } from './collect'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const STYLE =
  'body{font:16px/1.6 sans-serif;max-width:760px;margin:24px auto;padding:0 16px;color:#17202e}' +
  'h2{margin-top:32px}table{border-collapse:collapse;width:100%}' +
  'th,td{border-top:1px solid #e1e7f0;padding:6px 8px;text-align:left;vertical-align:top}th{width:30%;font-weight:400;color:#4c5769}'

/** What is kept, as a page that any browser opens without a network. What is empty is left out. */
export function toPage({ of, madeAt, chapters }: OwnData): string {
  const entries = chapters.map(({ title, entries: list }) => {
    const parts = list.map(({ title: name, lines }) => {
      const rows = lines
        .filter(([, text]) => text !== '')
        .map(([label, text]) => `<tr><th>${escaped(label)}</th><td>${escaped(text)}</td></tr>`)
      return `<h3>${escaped(name)}</h3><table>${rows.join('')}</table>`
    })
    return `<h2>${escaped(title)}</h2>${parts.join('') || '<p>没有。</p>'}`
  })
  const head = `<h1>${escaped(of)}：小程序里存的数据</h1><p>${escaped(formatBeijingTime(madeAt))} 生成。只有天津高新区政务服务小程序存的；一网通里的办件材料，请在办件里用“下载全部材料”。里面有您的姓名、证件号码和电话，请收好。</p>`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>我的数据</title><style>${STYLE}</style></head><body>${head}${entries.join('')}</body></html>\n`
}
