import { type Commitment, COMMITMENT_LABEL, termText } from '../../../../shared/domain/commitment'
import { sourceText, type GuideSources } from '../../../../shared/domain/guide-source'
import { NECESSITY_LABEL, type Material, type Necessity } from '../../../../shared/domain/matter'

type Sources = GuideSources['materials']

const TONE: Readonly<Record<Necessity, string>> = {
  required: 'turn',
  optional: 'muted',
  tolerated: 'info',
  unknown: 'muted',
}

interface Shown {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly necessity: string
  readonly tone: string
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
  const facts: string[] = []
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

function shownOf(material: Material, index: number, sources: Sources, commitments: readonly Commitment[]): Shown {
  const source = sources[material.materialId]
  return {
    id: material.materialId,
    number: index + 1,
    name: material.name,
    necessity: NECESSITY_LABEL[material.necessity],
    tone: TONE[material.necessity],
    facts: [...factsOf(material, commitments), ...(source ? [`依据：${sourceText(source)}`] : [])],
    blank: material.blankForm === true,
    sample: material.sampleForm === true,
  }
}

/** 申请材料: what to prepare, in which form, and whether it is needed. */
Component({
  properties: {
    matterId: { type: String, value: '' },
    materials: { type: Array, value: [] as readonly Material[] },
    /** What each material stands on, by material id; none = not said. */
    sources: { type: Object, value: {} },
    /** By which ways materials may be brought later; none = not said. */
    commitments: { type: Array, value: [] as readonly Commitment[] },
  },

  data: { rows: [] as readonly Shown[] },

  observers: {
    'materials, sources, commitments'(
      materials: readonly Material[] | null,
      sources: Sources | null,
      commitments: readonly Commitment[] | null,
    ) {
      const rows = (materials ?? []).map((material, i) => shownOf(material, i, sources ?? {}, commitments ?? []))
      this.setData({ rows })
    },
  },
})
