import type { Material, MatterSources } from './sources'
import { situationWords } from './conditions'
import { BASIS_KIND, EVIDENCE, table } from './words'

const NECESSITY = { required: '必要', optional: '非必要', tolerated: '容缺' } as const

export function materialTable({ matter, specification }: MatterSources): string[] {
  const rows = specification.materials.map((material) => {
    const known = matter.materials.find(({ key }) => key === material.id)
    if (!known) throw new Error(`${matter.slug}: nothing is known of material ${material.id}`)
    return [
      known.name,
      NECESSITY[material.necessity],
      material.applies_when ? situationWords(material.applies_when, specification.situations) : '都要',
      countOf(material),
      formatOf(material),
      known.toleranceDays === undefined ? '' : `${known.toleranceDays} 个工作日（建议）`,
      `${known.basis}（${BASIS_KIND[known.basisKind]}）`,
      EVIDENCE[known.evidence],
    ]
  })
  return table(['材料', '必要性', '哪种情形', '件数', '格式', '可后补', '依据', '来源'], rows)
}

const countOf = ({ count: { min, max } }: Material): string => (min === max ? String(min) : `${min} 至 ${max}`)

function formatOf({ kind, file_types: types, max_mb: size }: Material): string {
  if (kind === 'eform') return '在线填写'
  return `${(types ?? []).join('、')}${size === null ? '' : `，每件不超过 ${size} MB`}`
}
