import { csvText, HEADINGS, TYPED, xlsx } from './files'
import { replaceEntry, zip } from './zip'

/** A file and what must come of it: so many good rows, or words of a refusal or of the first problem. */
export interface Hostile {
  readonly name: string
  readonly bytes: Buffer
  readonly type: 'xlsx' | 'csv'
  readonly expected: { readonly rows: number } | { readonly refused: string } | { readonly problem: string }
}

const SHEET = 'xl/worksheets/sheet1.xml'
const WORKBOOK = 'xl/workbook.xml'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
const EVERYWHERE = 'A1:XFD1048576'
const MEGABYTE = 1024 * 1024

const BROKEN = { refused: '读不出这个 Excel 文件' }
const TOO_LARGE = { refused: '文件展开后太大' }
const NO_TABLE = { refused: '表头对不上' }

/** The text as often as it fits into so many bytes. */
const filled = (text: string, bytes: number): string => text.repeat(Math.floor(bytes / text.length))

/** A cell that refers to a shared string. */
const shared = (at: string, n: number): string => `<c r="${at}" t="s"><v>${n}</v></c>`

const rowsOfOne = (count: number, cell: (row: number) => string): string =>
  Array.from({ length: count }, (_, n) => `<row r="${n + 3}">${cell(n + 3)}</row>`).join('')

const CELLS_16384 = `<row r="3">${Array.from({ length: 16_384 }, () => '<c t="inlineStr"><is><t>x</t></is></c>').join('')}</row>`

/** Honest and hostile files. Each once killed or blocked a reader that expands what a workbook merely claims, or might. */
export async function hostileFiles(): Promise<readonly Hostile[]> {
  const good = await xlsx([HEADINGS, TYPED])
  const many = await xlsx([HEADINGS, ...Array.from({ length: 500 }, () => TYPED)])
  const file =
    (entry: string) =>
    (name: string, change: (text: string) => string, expected: Hostile['expected'] = { rows: 1 }): Hostile => ({
      name,
      type: 'xlsx',
      bytes: replaceEntry(good, entry, (text) => {
        const changed = change(text)
        if (changed === text) throw new Error(`${name}: nothing was changed`)
        return changed
      }),
      expected,
    })
  const csv = (name: string, text: string, expected: Hostile['expected']): Hostile => ({
    name,
    type: 'csv',
    bytes: Buffer.from(text),
    expected,
  })
  const [sheet, book, strings, styles] = [SHEET, WORKBOOK, STRINGS, STYLES].map(file) as [
    ReturnType<typeof file>,
    ReturnType<typeof file>,
    ReturnType<typeof file>,
    ReturnType<typeof file>,
  ]
  const before = (xml: string) => (text: string) => text.replace('<sheetData>', `${xml}<sheetData>`)
  const after = (xml: string) => (text: string) => text.replace('</sheetData>', `</sheetData>${xml}`)
  const more = (rows: string) => (text: string) => text.replace('</sheetData>', `${rows}</sheetData>`)
  const names = (count: number, range: string) => (text: string) =>
    text.replace(
      '</sheets>',
      `</sheets><definedNames>${Array.from({ length: count }, (_, n) => `<definedName name="n${n}">'车辆'!${range}</definedName>`).join('')}</definedNames>`,
    )
  const withStrings = (extra: string) => (text: string) => text.replace('</sst>', `${extra}</sst>`)
  const next = new Set([...HEADINGS, ...TYPED]).size
  const repeated = (size: number, letter: string, first = 'x') =>
    replaceEntry(good, STRINGS, withStrings(`<si><t>${first}${letter.repeat(size)}x</t></si>`))
  const refer = (bytes: Buffer, count: number, columns: string) =>
    replaceEntry(
      bytes,
      SHEET,
      more(rowsOfOne(count, (row) => [...columns].map((column) => shared(`${column}${row}`, next)).join(''))),
    )
  const laughs = `<!DOCTYPE sst [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n ? n - 1 : ''};`.repeat(10)}">`).join('')}]>`
  return [
    sheet('columns to 2,000,000,000', before('<cols><col min="20" max="2000000000" width="9" hidden="1"/></cols>')),
    sheet('all of them hidden', before('<cols><col min="1" max="2000000000" width="9" hidden="1"/></cols>'), {
      refused: '列在文件里是隐藏的',
    }),
    sheet(
      'columns hidden 400,000 times',
      before(`<cols>${filled('<col min="20" max="99" hidden="1"/>', 14 * MEGABYTE)}</cols>`),
    ),
    sheet('columns to the last one, as Excel writes it', before('<cols><col min="1" max="16384" width="9"/></cols>')),
    sheet('a row 2,000,000,000', more('<row r="2000000000"><c r="A3"><v>1</v></c></row>'), BROKEN),
    sheet('a row -1', more('<row r="-1"><c><v>1</v></c></row>'), BROKEN),
    sheet('an empty last row, as Excel writes it', more('<row r="1048576" hidden="1"/>')),
    sheet('a cell ZZZZZZ1', more('<row r="3"><c r="ZZZZZZ1"><v>1</v></c></row>'), BROKEN),
    sheet('a cell XFE1', more('<row r="3"><c r="XFE3"><v>1</v></c></row>'), BROKEN),
    sheet('a column of a million letters', more(`<row r="3"><c r="${'A'.repeat(MEGABYTE / 4)}3"/></row>`), BROKEN),
    sheet('a row of 16,384 cells', (text) => more(CELLS_16384)(text).replace(/<row r="2".*?<\/row>/s, ''), {
      problem: '只能填',
    }),
    book('a print area over whole columns, as Excel writes it', names(1, '$A$1:$D$1048576')),
    book('names over whole rows and everything', names(1000, '$A$1:$XFD$1048576')),
    book('names over 2,000,000,000 rows', names(1000, '$A$1:$ZZZZZZ$2000000000')),
    sheet('a filter over whole columns', after('<autoFilter ref="A1:D1048576"/>')),
    sheet('a dimension of everything', before(`<dimension ref="${EVERYWHERE}"/>`)),
    sheet('merged everywhere', after(`<mergeCells count="2"><mergeCell ref="L3:XFD1048576"/></mergeCells>`)),
    sheet('10,000 merged ranges over the same cells', after(merges(10_000, 'B1:J1048576')), {
      refused: '只有表头，没有内容',
    }),
    sheet('500,000 merged ranges', after(merges(500_000, 'L3:M4')), { refused: '合并的单元格超过 10000 处' }),
    sheet(
      'rules, formats and links everywhere',
      after(
        `<conditionalFormatting sqref="${EVERYWHERE}"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>` +
          `<dataValidations><dataValidation type="list" sqref="${EVERYWHERE}"><formula1>"a"</formula1></dataValidation></dataValidations>` +
          `<hyperlinks><hyperlink ref="${EVERYWHERE}" location="A1"/></hyperlinks>`,
      ),
    ),
    sheet('a formula shared by everything', (text) =>
      text.replace(
        '<c r="A2" t="s">',
        `<c r="L2"><f t="shared" si="0" ref="${EVERYWHERE}">1</f><v>1</v></c><c r="A2" t="s">`,
      ),
    ),
    strings('2,000,000,000 shared strings claimed', (text) =>
      text.replace(/<sst /, '<sst id="x" ').replace(/ (count|uniqueCount)="\d+"/g, ' $1="2000000000"'),
    ),
    strings('a million empty shared strings', withStrings(filled('<si/>', 5 * MEGABYTE))),
    styles('2,000,000,000 styles claimed', (text) =>
      text.replace(/<cellXfs count="\d+"/, '<cellXfs count="2000000000"'),
    ),
    styles(
      '3 million styles',
      (text) => text.replace('</cellXfs>', `${filled('<xf/>', 14 * MEGABYTE)}</cellXfs>`),
      BROKEN,
    ),
    styles('a number format of brackets', (text) =>
      text.replace('<fonts', `<numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(100_000)}"/></numFmts><fonts`),
    ),
    book('one sheet listed 100,000 times', (text) => text.replace(/<sheet [^>]*\/>/, (one) => one.repeat(100_000))),
    {
      name: '12 MB in one cell, everywhere',
      type: 'xlsx',
      bytes: refer(repeated(12 * MEGABYTE, 'y'), 490, 'ABCDE'),
      expected: BROKEN,
    },
    {
      name: '100 KB in one cell, everywhere',
      type: 'xlsx',
      bytes: refer(repeated(100_000, 'y'), 490, 'ABCDE'),
      expected: { problem: '文字太多' },
    },
    {
      name: '32,000 letters in every cell',
      type: 'xlsx',
      bytes: refer(repeated(32_000, 'y'), 490, 'ABCDEFGHIJ'),
      expected: { refused: '文件里的文字太多' },
    },
    {
      name: 'pages of blanks where days are wanted',
      type: 'xlsx',
      bytes: refer(repeated(32_000, ' ', '2026-01-01'), 9, 'EI'),
      expected: { problem: '' },
    },
    {
      name: '400 sheets of things that are no headings',
      type: 'xlsx',
      bytes: manySheets(400, `<row>${filled('<c t="s"><v>0</v></c>', 2100)}</row>`.repeat(10)),
      expected: NO_TABLE,
    },
    {
      name: '200 sheets of rows that begin far to the right',
      type: 'xlsx',
      bytes: manySheets(200, filled('<row><c r="CV1"><v>1</v></c></row>', 70_000)),
      expected: { refused: '超过 10000 行' },
    },
    sheet(
      '400,000 rows that begin far to the right',
      (text) =>
        text.replace('</sheetData>', `${filled('<row><c r="CV1"><v>1.5</v></c></row>', 15 * MEGABYTE)}</sheetData>`),
      { refused: '超过 10000 行' },
    ),
    sheet('2 million empty rows', more(filled('<row/>', 14 * MEGABYTE))),
    sheet('a million cells', more(`<row r="3">${filled('<c><v>1</v></c>', 15 * MEGABYTE)}</row>`), { problem: '' }),
    sheet('tags in tags in tags', more(filled('<a>', 15 * MEGABYTE)), BROKEN),
    sheet('a tag of 14 MB', before(`<x ${filled("a='' ", 14 * MEGABYTE)}/>`), BROKEN),
    sheet(
      '70 rows of 120 KB of attributes',
      more(Array.from({ length: 70 }, () => `<row ${attributes(120_000)}/>`).join('')),
    ),
    sheet('a comment without end', before(`<!--${filled('- ', 15 * MEGABYTE)}`), BROKEN),
    sheet('quotes that never close', before(`<x ${filled(`"'`, 15 * MEGABYTE)}`), BROKEN),
    strings(
      'a billion laughs',
      (text) => text.replace(/<sst/, `${laughs}<sst`).replace('</sst>', '<si><t>&a8;</t></si></sst>'),
      BROKEN,
    ),
    book(
      'an entity from outside',
      (text) => text.replace('<workbook', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><workbook'),
      BROKEN,
    ),
    {
      name: 'an entry that lies about its size',
      type: 'xlsx',
      bytes: zip({ '[Content_Types].xml': 'x', [WORKBOOK]: Buffer.alloc(40 * MEGABYTE, 0x20) }, { claim: 9 }),
      expected: TOO_LARGE,
    },
    { name: '500 rows', type: 'xlsx', bytes: many, expected: { rows: 500 } },
    csv('500 rows of CSV', csvText([HEADINGS, ...Array.from({ length: 500 }, () => TYPED)]), { rows: 500 }),
    csv('a row of 2 million columns', ','.repeat(2 * MEGABYTE), { refused: '文件是空的' }),
    csv('a million rows', `${HEADINGS.join(',')}\n${filled('x\n', 2 * MEGABYTE - 500)}`, { refused: '超过 10000 行' }),
    csv('a cell of 2 MB', `${HEADINGS.join(',')}\n${'x'.repeat(2 * MEGABYTE - 500)}`, { problem: '文字太多' }),
    csv('quotes and quotes', filled('"', 2 * MEGABYTE - 1), { refused: '引号不成对' }),
  ]
}

const merges = (count: number, range: string): string =>
  `<mergeCells>${`<mergeCell ref="${range}"/>`.repeat(count)}</mergeCells>`

/** So many bytes of attributes with different names. */
function attributes(bytes: number): string {
  return Array.from({ length: bytes / 10 }, (_, n) => `a${n}=""`).join(' ')
}

/** Many visible sheets with the same rows. */
function manySheets(count: number, rows: string): Buffer {
  const numbers = Array.from({ length: count }, (_, n) => n + 1)
  const sheets = numbers.map((n) => [
    `xl/worksheets/sheet${n}.xml`,
    `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ])
  const links = numbers.map((n) => `<Relationship Id="r${n}" Type="x/worksheet" Target="worksheets/sheet${n}.xml"/>`)
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${numbers.map((n) => `<sheet name="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>${'（'.repeat(190)}</t></si></sst>`,
    ...(Object.fromEntries(sheets) as Record<string, string>),
  })
}
