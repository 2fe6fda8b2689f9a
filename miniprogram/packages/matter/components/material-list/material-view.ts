import { type Commitment, COMMITMENT_LABEL, termText } from '../../../../shared/domain/commitment'
import { sourceText, type GuideSources } from '../../../../shared/domain/guide-source'
import { mustCome } from '../../../../shared/judge/index'
import { NECESSITY_LABEL, type Material } from '../../../../shared/domain/matter'
import type { Word } from '../../../../shared/domain/words'

export type MaterialSources = GuideSources['materials']

/** One material in a list: what it is called and whether it has to be brought in a line, the rest behind it. */
export interface MaterialRow {
  readonly id: string
  readonly name: string
  /** The one word that decides: 必交, 能核验就免交 … */
  readonly tag: string
  readonly tone: string
  /** In which form, in a few words; '' = not said. */
  readonly brief: string
  readonly facts: readonly string[]
  /** 空表, 填写样例: true = there is one to open. */
  readonly blank: boolean
  readonly sample: boolean
}

const MEGABYTE = 1024 * 1024

function filesText(material: Material): string {
  const types = material.fileTypes.join('、')
  const size = material.maxSizeBytes > 0 ? `单个不超过 ${Math.floor(material.maxSizeBytes / MEGABYTE)} MB` : ''
  const count = material.maxCount > 1 ? `最多 ${material.maxCount} 个文件` : ''
  return [types, size, count].filter((part) => part !== '').join('，')
}

/** `（容缺受理），受理后 18 个工作日内交齐`; '' = nobody says by which way. */
function laterText({ materialId, promiseDays }: Material, commitments: readonly Commitment[]): string {
  const by = commitments.find(
    (one) => one.kind !== 'noticeCommitment' && one.materials.some((named) => named.materialId === materialId),
  )
  if (by === undefined || by.kind === 'noticeCommitment') return ''
  return `（${COMMITMENT_LABEL[by.kind]}），${termText(by.kind, promiseDays)}交齐`
}

function factsOf(material: Material, commitments: readonly Commitment[]): readonly string[] {
  const facts: string[] = [NECESSITY_LABEL[material.necessity]]
  if (material.kind === 'form') facts.push('在小程序里填写，不用上传')
  else {
    const paper =
      material.paperCopies === undefined || material.paperCopies === 0 ? '' : `纸质 ${material.paperCopies} 份`
    facts.push([material.documentForm ?? '', paper].filter((part) => part !== '').join('，'))
    facts.push(filesText(material))
  }
  if (material.shareable) facts.push('可通过数据共享核验，核验通过可以不交')
  if (material.promisable) {
    facts.push(`暂时没有的，申报时可以承诺后补${laterText(material, commitments)}`)
  }
  if (material.source !== undefined) {
    facts.push(`来源：${material.source}${material.sourceDetail === undefined ? '' : `（${material.sourceDetail}）`}`)
  }
  if (material.situationText !== undefined) facts.push(`适用情形：${material.situationText}`)
  if (material.note !== undefined) facts.push(material.note)
  return facts.filter((fact) => fact !== '')
}

/** What is filled in here is no paper to look for; what can be looked up need not be brought. */
function tagOf(material: Material): Pick<MaterialRow, 'tag' | 'tone'> {
  if (material.kind === 'form') return { tag: '在线填写', tone: 'info' }
  if (material.shareable) return { tag: '能核验就免交', tone: 'info' }
  if (material.promisable) return { tag: '可以后补', tone: 'info' }
  return { tag: NECESSITY_LABEL[material.necessity], tone: 'muted' }
}

/** @param sources by material id; none = not said */
export function materialRow(
  material: Material,
  sources: MaterialSources,
  commitments: readonly Commitment[],
): MaterialRow {
  const source = sources[material.materialId]
  return {
    id: material.materialId,
    name: material.name,
    ...tagOf(material),
    brief:
      material.kind === 'form' ? '' : ([material.documentForm ?? '', material.note ?? ''].filter(Boolean)[0] ?? ''),
    facts: [...factsOf(material, commitments), ...(source ? [`依据：${sourceText(source)}`] : [])],
    blank: material.blankForm === true,
    sample: material.sampleForm === true,
  }
}

/** The materials of a checklist by what the citizen has to do with them; empty groups are left out. */
export interface MaterialGroup {
  readonly title: string
  /** What is explained beside it; see components/help-word. */
  readonly words: readonly Word[]
  readonly materials: readonly Material[]
  /** How many there are, and how many of these may stay away. */
  readonly count: string
}

interface Group extends Omit<MaterialGroup, 'materials' | 'count'> {
  readonly holds: (material: Material) => boolean
  /** Says how many of them may stay away; the title of the others says it. */
  readonly counts?: true
}

const GROUPS: readonly Group[] = [
  { title: '在小程序里填写', words: [], holds: ({ kind }) => kind === 'form' },
  { title: '要自己准备', words: [], counts: true, holds: (material) => tagOf(material).tone === 'muted' },
  { title: '系统能核验，核验到可以不交', words: ['能核验就免交'], holds: ({ shareable }) => shareable },
  { title: '可以先办，后补交', words: ['承诺后补'], holds: () => true },
]

export function groupMaterials(materials: readonly Material[]): readonly MaterialGroup[] {
  const groupOf = (material: Material) => GROUPS.find(({ holds }) => holds(material))
  return GROUPS.map(({ title, words, ...group }) => {
    const held = materials.filter((material) => groupOf(material)?.title === title)
    return { title, words, materials: held, count: countText(held, group) }
  }).filter((group) => group.materials.length > 0)
}

/** Of what she has to find herself the head of the list counts only what must come. */
function countText(held: readonly Material[], { counts }: Pick<Group, 'counts'>): string {
  const free = counts ? held.filter((material) => !mustCome(material)).length : 0
  return `${held.length} 项${free > 0 ? `，${free} 项可以不交` : ''}`
}
