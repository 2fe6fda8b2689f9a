import type { MatterBrief } from '../miniprogram/shared/domain/matter'
import { type Entry, entryOf, scoreOf } from '../miniprogram/shared/domain/search/entry'
import { wordsOf } from '../miniprogram/shared/domain/search/letters'
import { type Hit, MatterIndex } from '../miniprogram/shared/domain/search/matter-index'
import { pinyinOf } from '../scripts/matters/pinyin'
import { type Figure, sideBySide } from './measure'

/** 25 trades × 20 things × 20 acts: 10,000 invented names, many of which fit a query in part. */
const TRADES =
  '护士 医师 药师 户外广告 临时标语 道路货物 道路旅客 水路运输 危险化学品 民办学校 包装装潢 出版物 音像制品 夜间施工 城市绿化 公共场所 集中供水 船舶管理 集体合同 特殊工时 食品 烟草 旅馆 网吧 电影'
const THINGS = '执业 经营 设施 场所 人员 机构 车辆 设备 项目 工程 活动 展览 市场 零售 批发 仓储 检测 培训 服务 管理'
const ACTS =
  '许可 注册 首次注册 变更注册 延续注册 注销注册 备案 变更备案 登记 审批 审查 核准 认定 卫生许可 经营许可 许可（A类） 许可（B类） 许可变更 许可延续 许可补证'

/** A query for each rule: whole, initials, traditional, signs, a letter left out, one wrong, two words, wide, nothing. */
const QUERIES =
  '护士 護士執業 户外广告！ 許可 注册,护士 护士注册 户外广各 民办学效设施 hushi hsz huwaiguanggao zhuce 出国护照 zzzz'.split(
    ' ',
  )

const LIMIT = 0.2
const ROUNDS = 7

function inventedMatters(): MatterBrief[] {
  const parts = [TRADES, THINGS, ACTS].map((words) => words.split(' ').map((word) => [word, pinyinOf(word)] as const))
  const [trades = [], things = [], acts = []] = parts
  const names = trades.flatMap((trade) => things.flatMap((thing) => acts.map((act) => [trade, thing, act])))
  return names.map((parts, n) => {
    const [shortName, pinyin] = [parts.map(([word]) => word).join(''), parts.map(([, read]) => read).join(' ')]
    return {
      matterId: `INVENTED-${n}`,
      name: `天津市${shortName}（含${parts[0]?.[0]}）`,
      shortName,
      pinyin: [pinyin, `tian jin shi ${pinyin} han ${parts[0]?.[1]}`],
      typeLabel: '行政许可',
      subjects: ['person'],
      department: '天津高新区政务服务办（虚构事权）',
      theme: '虚构',
      hasSituations: false,
      fileable: false,
    }
  })
}

/** Every matter is looked at by all the rules; what a matter needs for them is made ready before, as for the index. */
function scan(entries: readonly Entry[], query: string): Hit[] {
  const words = wordsOf(query)
  const hits = entries.flatMap((entry) => {
    const score = scoreOf(entry, words)
    return score === 0 ? [] : [{ matter: entry.matter, score }]
  })
  return hits.sort((a, b) => b.score - a.score)
}

/** Searching 10,000 matters through the index that is made once, beside a plain scan of them with the same rules. */
export async function matterSearch(): Promise<Figure[]> {
  const matters = inventedMatters()
  const started = performance.now()
  const index = new MatterIndex(matters)
  const building = performance.now() - started
  const entries = matters.map(entryOf)
  let [indexed, scanned, slowest] = [0, 0, 0]
  for (const query of QUERIES) {
    if (JSON.stringify(index.find(query)) !== JSON.stringify(scan(entries, query))) {
      throw new Error(`${query}: the index finds something else`)
    }
    const { a, b } = await sideBySide(
      () => Promise.resolve(index.find(query)),
      () => Promise.resolve(scan(entries, query)),
      { rounds: ROUNDS, warmup: 2 },
    )
    indexed += a
    scanned += b
    slowest = Math.max(slowest, a)
  }
  const values = {
    ratio: (indexed / scanned).toFixed(2),
    queries: String(QUERIES.length),
    indexed: indexed.toFixed(0),
    scanned: scanned.toFixed(0),
  }
  const slow = `the slowest ${slowest.toFixed(1)} ms, the index made in ${building.toFixed(0)} ms`
  return [
    {
      name: `searching ${matters.length} matters, ${QUERIES.length} queries, index / scan`,
      promise: `≤ ${LIMIT} ×`,
      measured: `${values.ratio} × (${values.indexed} / ${values.scanned} ms; ${slow})`,
      holds: indexed <= LIMIT * scanned,
      record: { id: 'search', values },
    },
  ]
}
