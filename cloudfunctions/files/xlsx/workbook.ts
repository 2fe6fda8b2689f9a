import { posix } from 'node:path'
import { type XlsxParts } from './parts'
import { type Attributes, isOn, readXml } from './xml'

export interface WorkbookParts {
  /** Visible worksheets in order, each part once, however often it is listed. */
  readonly sheets: readonly Buffer[]
  readonly sharedStrings: Buffer | undefined
  readonly styles: Buffer | undefined
  /** Days are counted from 1904 (old Excel for Mac) instead of 1900. */
  readonly from1904: boolean
}

const WORKBOOK = 'xl/workbook.xml'

/** What xl/workbook.xml lists, found by its relationships (ECMA-376 part 1, 18.2 and part 2, 9). Throws when it is broken. */
export async function openWorkbook(parts: XlsxParts): Promise<WorkbookParts> {
  const links = await readLinks(await parts('xl/_rels/workbook.xml.rels'))
  const visible = new Set<string>()
  let from1904 = false
  await readXml((await parts(WORKBOOK)) ?? Buffer.alloc(0), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isOn(attributes()['date1904'])
      if (name !== 'sheet') return
      const sheet = attributes()
      const link = links.get(relationOf(sheet) ?? '')
      if (link?.type === 'worksheet' && (sheet['state'] ?? 'visible') === 'visible') visible.add(link.part)
    },
  })
  const linked = async (type: string): Promise<Buffer | undefined> => {
    const link = [...links.values()].find((one) => one.type === type)
    return link && parts(link.part)
  }
  return {
    sheets: (await Promise.all([...visible].map(parts))).flatMap((sheet) => sheet ?? []),
    sharedStrings: await linked('sharedStrings'),
    styles: await linked('styles'),
    from1904,
  }
}

/** Its prefix is the writer's choice: `r:id` mostly. */
const relationOf = (sheet: Attributes): string | undefined =>
  Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1]

interface Link {
  /** The last part of the relationship's address: the older and the strict standard differ before it. */
  readonly type: string
  readonly part: string
}

async function readLinks(rels: Buffer | undefined): Promise<ReadonlyMap<string, Link>> {
  const links = new Map<string, Link>()
  if (!rels) return links
  await readXml(rels, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes()
      if (mode === 'External') return
      const part = posix.resolve('/xl', target).slice(1)
      links.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part })
    },
  })
  return links
}
