/** The words of a row of README's figures, in both languages; `{name}` is a value of the record. */
interface Row {
  readonly figure: Words
  readonly promise: Words
  readonly measured: Words
}

export type Language = 'en' | 'zh'
type Words = string | Readonly<Record<Language, string>>

export const wordsIn = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : words[language]

/** In the order of the table. The names of the figures are translated here and nowhere else. */
export const ROWS = {
  'page-calls': {
    figure: {
      en: 'cloud calls to open a page, the most of {pages} pages (the receipt: by the journey test)',
      zh: '打开一个页面的云函数调用次数，{pages} 个页面中最多的（回执页由全流程测试核对）',
    },
    promise: '1',
    measured: '{most}',
  },
  'two-reads': {
    figure: {
      en: 'an action of two independent provider reads / of one, provider at 100 ms',
      zh: '一次调用并行读两项平台数据 / 读一项（平台延迟 100 毫秒）',
    },
    promise: { en: '≤ 1.2 ×', zh: '≤ 1.2 倍' },
    measured: { en: '{ratio} × ({many} / {one} ms)', zh: '{ratio} 倍（{many} / {one} 毫秒）' },
  },
  'three-reads': {
    figure: { en: 'the same of three', zh: '同上，读三项' },
    promise: { en: '≤ 1.2 ×', zh: '≤ 1.2 倍' },
    measured: { en: '{ratio} × ({many} / {one} ms)', zh: '{ratio} 倍（{many} / {one} 毫秒）' },
  },
  'audit-page': {
    figure: {
      en: 'opening a case with / without the audit log, provider at 100 ms, database at 10 ms',
      zh: '打开一个办件，写 / 不写审计日志（平台延迟 100 毫秒，数据库 10 毫秒）',
    },
    promise: { en: '≤ 1.2 ×', zh: '≤ 1.2 倍' },
    measured: { en: '{ratio} × ({with} / {without} ms)', zh: '{ratio} 倍（{with} / {without} 毫秒）' },
  },
  'audit-change': {
    figure: { en: 'saving a draft with / without it', zh: '保存草稿，写 / 不写审计日志' },
    promise: { en: '≤ 1.4 ×', zh: '≤ 1.4 倍' },
    measured: { en: '{ratio} × ({with} / {without} ms)', zh: '{ratio} 倍（{with} / {without} 毫秒）' },
  },
  connections: {
    figure: {
      en: 'upstream connections of 1,000 warm calls (2,000 requests)',
      zh: '1,000 次热调用（2,000 次平台请求）用到的平台连接数',
    },
    promise: '≤ 2',
    measured: '{used}',
  },
  'cold-start': {
    figure: {
      en: 'cold start of `api`, spawn → first reply, bundled / unbundled',
      zh: '`api` 冷启动（进程启动到首个应答），打包后 / 未打包',
    },
    promise: { en: '≤ 0.8 ×', zh: '≤ 0.8 倍' },
    measured: { en: '{ratio} × ({bundled} / {unbundled} ms)', zh: '{ratio} 倍（{bundled} / {unbundled} 毫秒）' },
  },
  'main-package': {
    figure: { en: "main package after WeChat's unused-file filter", zh: '主包大小（经微信的未用文件过滤）' },
    promise: '≤ 800 KB',
    measured: '{size}',
  },
  subpackage: {
    figure: { en: 'largest subpackage', zh: '最大的分包' },
    promise: '≤ 700 KB',
    measured: { en: '{size} (`{root}`)', zh: '{size}（`{root}`）' },
  },
  judging: {
    figure: {
      en: 'judging a form with maximal answers, median of 200, the slowest of {matters} matters',
      zh: '校验一张填满的表单，200 次的中位数，{matters} 个事项中最慢的',
    },
    promise: '≤ 5 ms',
    measured: { en: '{median} ms (`{slug}`)', zh: '{median} ms（`{slug}`）' },
  },
  'judging-full': {
    figure: { en: 'the same with all tables full (300 rows at most)', zh: '同上，表格全部填到上限（最多 300 行）' },
    promise: '≤ 5 ms',
    measured: { en: '{median} ms (`{slug}`)', zh: '{median} ms（`{slug}`）' },
  },
  'transfer-memory': {
    figure: {
      en: 'two files of 10 MiB through `transfer`, peak resident memory',
      zh: '两个 10 MiB 的文件经过 `transfer`，常驻内存峰值',
    },
    promise: '≤ 100 MB',
    measured: '{peak} MB',
  },
  search: {
    figure: {
      en: 'searching 10,000 matters, {queries} queries of every kind, by the index / by a scan with the same rules',
      zh: '在 10,000 个事项中查找，{queries} 个各类查询，用索引 / 按同样规则逐个比对',
    },
    promise: { en: '≤ 0.2 ×', zh: '≤ 0.2 倍' },
    measured: { en: '{ratio} × ({indexed} / {scanned} ms)', zh: '{ratio} 倍（{indexed} / {scanned} 毫秒）' },
  },
  'table-reading': {
    figure: {
      en: 'reading a table, the slowest and the largest of {files} honest and hostile files',
      zh: '读取一个表格文件，{files} 个正常和恶意文件中最慢的、占用最多的',
    },
    promise: { en: '≤ 2 s, ≤ 150 MB', zh: '≤ 2 秒，≤ 150 MB' },
    measured: { en: '{slowest} s, {largest} MB', zh: '{slowest} 秒，{largest} MB' },
  },
  'file-checking': {
    figure: {
      en: 'checking an uploaded file, median and slowest of {files} honest and hostile ones; extra memory',
      zh: '检查一个上传的文件，{files} 个正常和恶意文件的中位数、最慢的；额外内存',
    },
    promise: { en: '≤ 50 ms, ≤ 30 MB', zh: '≤ 50 毫秒，≤ 30 MB' },
    measured: { en: '{median} ms ({slowest} ms), {extra} MB', zh: '{median} 毫秒（{slowest} 毫秒），{extra} MB' },
  },
  key: {
    figure: {
      en: 'a key in a form field, setData of the page (all steps of the largest forms)',
      zh: '表单里按一个键，页面的 setData（最大的几张表单的所有步骤）',
    },
    promise: '≤ 1 KB',
    measured: { en: '{bytes} bytes', zh: '{bytes} 字节' },
  },
  step: {
    figure: {
      en: 'opening a step with all its tables full: setData / WXML nodes (most of all steps)',
      zh: '打开表单的一步，表格全部填到上限：setData / WXML 节点（各步的最大值）',
    },
    promise: '≤ 64 KB / ≤ 400',
    measured: '{size} KB / {nodes}',
  },
  submits: {
    figure: {
      en: '2,000 submits with trouble on 35% of the requests to the provider (`npm run bench -- submits`)',
      zh: '提交 2,000 次，35% 的平台请求遇到故障（`npm run bench -- submits`）',
    },
    promise: { en: '0 duplicates, 0 lost', zh: '重复 0，丢失 0' },
    measured: {
      en: '{duplicates} duplicates, {lost} lost, {cases} cases; {troubles} of {requests} requests met trouble; {seconds} s',
      zh: '重复 {duplicates}，丢失 {lost}，共 {cases} 件；{requests} 次请求中 {troubles} 次遇到故障；{seconds} 秒',
    },
  },
} as const satisfies Readonly<Record<string, Row>>

export type RowId = keyof typeof ROWS
