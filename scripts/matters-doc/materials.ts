import { promiseKindOf, promiseTermOf } from '../../cloudfunctions/matters/commitments'
import { COMMITMENT_LABEL, termText } from '../../miniprogram/shared/domain/commitment'
import type { GuideMaterial } from '../matters/guide'
import { situationWords } from './conditions'
import type { MatterSources } from './sources'
import { BASIS_KIND, EVIDENCE, table } from './words'

const NECESSITY = { required: '必要', optional: '非必要', tolerated: '容缺' } as const

/** `容缺受理，受理后 18 个工作日内`; '' = it has to come with the declaration. */
function laterText({ itemId, materials }: MatterSources['ids'], key: string): string {
  const kind = promiseKindOf(itemId, materials[key] ?? '')
  return kind === undefined ? '' : `${COMMITMENT_LABEL[kind]}，${termText(kind, promiseTermOf(kind, itemId).days)}`
}

export function materialTable({ matter, guide, ids }: MatterSources): string[] {
  const rows = guide.materials.map((material) => {
    const known = matter.materials.find(({ key }) => key === material.key)
    if (!known) throw new Error(`${matter.slug}: nothing is known of material ${material.key}`)
    return [
      known.name,
      NECESSITY[material.necessity],
      material.when ? situationWords(material.when, guide.situations) : '都要',
      countOf(material),
      formatOf(material),
      laterText(ids, material.key),
      `${known.basis}（${BASIS_KIND[known.basisKind]}）`,
      EVIDENCE[known.evidence],
    ]
  })
  return table(['材料', '必要性', '哪种情形', '件数', '格式', '可后补', '依据', '来源'], rows)
}

function countOf({ files }: GuideMaterial): string {
  const { min, max } = files ?? { min: 1, max: 1 }
  return min === max ? String(min) : `${min} 至 ${max}`
}

/** Megabytes that a file may have (contract #15): said once, in the introduction, unless a material allows less. */
export const MOST_MEGABYTES = 10

function formatOf({ files }: GuideMaterial): string {
  if (files === undefined) return '在线填写'
  const limit = files.maxMegabytes === MOST_MEGABYTES ? '' : `，每件不超过 ${files.maxMegabytes} MB`
  return `${files.types.join('、')}${limit}`
}
