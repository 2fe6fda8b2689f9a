import type { Commitment } from '../../../../shared/domain/commitment'
import type { Material } from '../../../../shared/domain/matter'
import { FEW, type FewMore } from '../../../../components/few-more/few'
import { materialRow, type MaterialRow, type MaterialSources } from './material-view'

/** Material id → its details are shown. */
const NONE_OPEN: Readonly<Record<string, boolean>> = {}

/** 申请材料: what to prepare, a row each; a tap opens in which form, by what basis, and the blank form. */
Component({
  properties: {
    matterId: { type: String, value: '' },
    materials: { type: Array, value: [] as readonly Material[] },
    /** What each material stands on, by material id; none = not said. */
    sources: { type: Object, value: {} },
    /** By which ways materials may be brought later; none = not said. */
    commitments: { type: Array, value: [] as readonly Commitment[] },
    /** How many are shown before the rest is asked for; 0 = all. */
    first: { type: Number, value: 0 },
    /** 关怀模式: a few, and a few more at a time. */
    large: { type: Boolean, value: false },
  },

  data: {
    rows: [] as readonly MaterialRow[],
    open: NONE_OPEN,
    whole: false,
    few: FEW,
  },

  observers: {
    'materials, sources, commitments'(
      materials: readonly Material[] | null,
      sources: MaterialSources | null,
      commitments: readonly Commitment[] | null,
    ) {
      this.setData({
        rows: (materials ?? []).map((material) => materialRow(material, sources ?? {}, commitments ?? [])),
      })
    },
  },

  methods: {
    onRowTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      this.setData({ open: { ...this.data.open, [id]: this.data.open[id] !== true } })
    },

    onFewMore({ detail: { few } }: FewMore) {
      this.setData({ few })
    },

    onWholeTap() {
      this.setData({ whole: true })
    },
  },
})
