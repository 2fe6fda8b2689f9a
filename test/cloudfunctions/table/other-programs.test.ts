import { readXlsx } from '../../../cloudfunctions/files/xlsx'
import type { Sheet } from '../../../cloudfunctions/files/sheet'
import { zip } from './zip'

const LINKS = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/one.xml"/>
  <Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`

/** A workbook with one sheet, its XML as another program may write it. */
const sheetOf = (
  rows: string,
  more: { strings?: string; styles?: string; book?: string } = {},
): Promise<readonly Sheet[]> =>
  readXlsx(
    zip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': `<workbook>${more.book ?? ''}<sheets><sheet name="a" d3p1:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': LINKS,
      'xl/worksheets/one.xml': `<x:worksheet xmlns:x="y"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
      'xl/sharedStrings.xml': `<sst>${more.strings ?? ''}</sst>`,
      'xl/styles.xml': `<styleSheet>${more.styles ?? ''}</styleSheet>`,
    }),
  )

test('tags with a prefix; rows and cells without numbers; rows out of order', async () => {
  const rows =
    '<x:row r="5"><x:c r="B5"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row r="2"><x:c><x:v>1</x:v></x:c></x:row>'
  expect((await sheetOf(rows))[0]?.rows).toEqual([
    { number: 2, cells: [1] },
    { number: 5, cells: [null, 2, 3] },
  ])
})

test('text: entities, escapes, CDATA, formatted runs without reading aids, an empty result of a formula', async () => {
  const strings =
    '<si><r><t>津&amp;</t></r><rPh sb="0" eb="1"><t>jin</t></rPh><r><t xml:space="preserve"> A_x000D_</t></r></si><si><t><![CDATA[<b>]]></t></si>'
  const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>&lt;&#20013;</t></is></c>
    <c t="str"><f>""</f><v></v></c><c t="b"><v>1</v></c><c t="s"><v>99</v></c><c t="n"><v>abc</v></c></row>`
  const [sheet] = await sheetOf(rows, { strings })
  expect(sheet?.rows[0]?.cells).toEqual([
    '津& A',
    '<b>',
    '<中',
    null,
    true,
    null,
    { unreadable: expect.stringContaining('读不出来') as string },
  ])
})

test('days: built-in formats of Chinese programs, own formats, days from 1904; 万 and quotes are no days, but seen', async () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="0.0,&quot;d万&quot;"/><numFmt numFmtId="171" formatCode="[$-804]yyyy&quot;年&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`
  const rows = `<row>${[0, 1, 2, 3].map((style) => `<c s="${style}"><v>45356</v></c>`).join('')}<c t="d"><v>2024-03-05</v></c></row>`
  const day = new Date(Date.UTC(2024, 2, 5))
  expect((await sheetOf(rows, { styles }))[0]?.rows[0]?.cells).toEqual([45_356, day, '45.356d万', day, day])
  const from1904 = await sheetOf('<row><c s="1"><v>43894</v></c></row>', { styles, book: '<workbookPr date1904="1"/>' })
  expect(from1904[0]?.rows[0]?.cells).toEqual([day])
})
