import { resultText } from '../../../miniprogram/shared/domain/guide-text'
import { NECESSITY_LABEL } from '../../../miniprogram/shared/domain/matter'
import { UNIT_TEXT } from '../../../cloudfunctions/matters/units'
import type { MatterFolder } from '../../matters/folders'
import type { GuideMaterial } from '../../matters/guide'
import type { TheirMatter } from './theirs'

/** What two sides say about one thing; '' = they do not have it. */
export interface Said {
  readonly about: string
  readonly ours: string
  readonly theirs: string
}

/** Only the words count: the provider's clerks type other punctuation than the office's files have. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Where the two sides differ. */
export const differing = (said: readonly Said[]): readonly Said[] =>
  said.filter(({ ours, theirs }) => words(ours) !== words(theirs))

/** Lists without an order, entry by entry: what only one side has stands against nothing. */
function entries(about: string, ours: readonly string[], theirs: readonly string[]): readonly Said[] {
  const lacks = (list: readonly string[], text: string): boolean => !list.some((one) => words(one) === words(text))
  return [
    ...ours.filter((text) => lacks(theirs, text)).map((text) => ({ about, ours: text, theirs: '' })),
    ...theirs.filter((text) => lacks(ours, text)).map((text) => ({ about, ours: '', theirs: text })),
  ]
}

/** Limits, conditions, law, results and fee: #3. */
export function guideFacts({ matter }: MatterFolder, { guide }: TheirMatter): readonly Said[] {
  const { timeLimit, fee } = matter
  const limit = (value: number, unit: string): string => `${value} ${unit}`
  return [
    { about: '名称', ours: matter.name, theirs: guide.name },
    { about: '简称', ours: matter.shortName, theirs: guide.shortName },
    {
      about: '法定时限',
      ours: limit(timeLimit.value, UNIT_TEXT[timeLimit.unit]),
      theirs: limit(guide.statutoryLimit.value, guide.statutoryLimit.unit),
    },
    {
      about: '承诺时限',
      ours: limit(timeLimit.suggestedPromise.value, UNIT_TEXT.working_day),
      theirs: limit(guide.promisedLimit.value, guide.promisedLimit.unit),
    },
    ...entries(
      '许可条件',
      matter.conditions.map(({ text }) => text),
      guide.conditions,
    ),
    ...entries(
      '法律依据',
      matter.legalBasis.map(({ law, article }) => law + article),
      guide.legalBasis.map(({ lawName, article = '' }) => lawName + article),
    ),
    ...entries(
      '办理结果',
      matter.results.map(({ name, validity }) =>
        resultText({ docName: name, ...(validity?.text === undefined ? {} : { validity: validity.text }) }),
      ),
      guide.results.map(resultText),
    ),
    { about: '收费', ours: feeWords(fee.charged, fee.text), theirs: feeWords(guide.fee.charged, guide.fee.note ?? '') },
  ]
}

const feeWords = (charged: boolean, text: string): string => `${charged ? '收费' : '不收费'}：${text}`

/** What is handed in: #1. Materials are known by the ids that our files hold. */
export function materialFacts({ matter, guide, ids }: MatterFolder, { preparation }: TheirMatter): readonly Said[] {
  const nameOf = (key: string): string => matter.materials.find((row) => row.key === key)?.name ?? key
  const ours = guide.materials.map((material) => ({ id: ids.materials[material.key] ?? '', material }))
  return [
    ...ours.flatMap(({ id, material }) => {
      const name = nameOf(material.key)
      const theirs = preparation.find(({ materialId }) => materialId === id)
      if (theirs === undefined) return [{ about: '材料', ours: name, theirs: '' }]
      return [
        { about: `材料“${name}”的名称`, ours: name, theirs: theirs.name },
        {
          about: `材料“${name}”的必要性`,
          ours: NECESSITY_LABEL[material.necessity],
          theirs: NECESSITY_LABEL[theirs.necessity],
        },
        ...(material.files === undefined
          ? []
          : [
              {
                about: `材料“${name}”的件数和格式`,
                ours: filesText(material.files),
                theirs: filesText({
                  min: theirs.minCount,
                  max: theirs.maxCount,
                  types: theirs.fileTypes,
                  maxMegabytes: theirs.maxSizeBytes / 1024 ** 2,
                }),
              },
            ]),
      ]
    }),
    ...preparation
      .filter(({ materialId }) => !ours.some(({ id }) => id === materialId) && !isPromiseLetter(materialId))
      .map(({ name }) => ({ about: '材料', ours: '', theirs: name })),
  ]
}

/** 承诺书 of materials that may be brought later: the provider's own, in no matter's file. */
export const isPromiseLetter = (materialId: string): boolean => /^CL\d+99$/.test(materialId)

const filesText = ({
  min,
  max,
  types,
  maxMegabytes,
}: Omit<NonNullable<GuideMaterial['files']>, 'types'> & {
  readonly types: readonly string[]
}): string => `${min} 至 ${max} 件，${[...types].sort().join('、')}，每件不超过 ${maxMegabytes} MB`

/** What is asked: #12. */
export function situationFacts({ guide, ids }: MatterFolder, { situations }: TheirMatter): readonly Said[] {
  return guide.situations.flatMap(({ key, question, options }) => {
    const id = ids.situations[key]?.situationId
    const theirs = situations.find(({ situationId }) => situationId === id)
    if (theirs === undefined) return [{ about: '情形', ours: question, theirs: '' }]
    return [
      { about: `情形“${question}”`, ours: question, theirs: theirs.question },
      ...entries(
        `情形“${question}”的选项`,
        options.map(({ label }) => label),
        theirs.options.map(({ name }) => name),
      ),
    ]
  })
}
