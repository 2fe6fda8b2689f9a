import type { MatterPage } from '../../../../services/matters'
import { SUBJECT_LABEL } from '../../../../shared/domain/account'
import { type Commitment, COMMITMENT_LABEL, termText } from '../../../../shared/domain/commitment'
import { sourceAt, sourceText, type FactSource } from '../../../../shared/domain/guide-source'
import { feeText, limitText, resultText } from '../../../../shared/domain/guide-text'
import type { Material, Situation } from '../../../../shared/domain/matter'

/** What people ask about a matter, answered from its own data. */
export interface Question {
  readonly question: string
  readonly answer: string
  /** What the answer stands on; '' = the provider, as the end of the page says. */
  readonly source: string
}

type Known = Pick<MatterPage, 'guide' | 'sources' | 'materials' | 'situations' | 'commitments'>

/** The questions that the matter's data answer, in the order in which they come up; one without an answer is not asked. */
export function frequentQuestions(page: Known): readonly Question[] {
  const materials = page.materials.ok ? page.materials.value : []
  return [
    whoMayApply(page),
    whichMaterials(page, materials),
    whatIsMissing(page, materials),
    whereBlankForms(materials),
    howLong(page),
    whetherToCome(page, materials),
    whatItCosts(page),
    whatComesOut(page),
    whatIsNotFiledHere(page.situations.ok ? page.situations.value : []),
  ].filter(({ answer }) => answer !== '')
}

/** One answer of sentences; those that have nothing to say are ''. */
const asked = (question: string, sentences: readonly string[], sources: readonly FactSource[] = []): Question => ({
  question,
  answer: sentences.filter(Boolean).join(''),
  source: [...new Set(sources.map(sourceText))].join('；'),
})

/** A text of the data as a sentence of its own. */
const sentence = (text: string): string => (text === '' || /[。！？]$/.test(text) ? text : `${text}。`)

function whoMayApply({ guide: { subjects, fileable } }: Known): Question {
  const who = subjects.map((subject) => SUBJECT_LABEL[subject]).join('和')
  const how = fileable ? `在这里申报，要用${who.replace('和', '或')}的一网通账号登录。` : '现在要到窗口申请。'
  return asked('谁可以申请？', who === '' ? [] : [`${who}可以申请。`, how])
}

function whichMaterials({ guide: { hasSituations, fileable } }: Known, materials: readonly Material[]): Question {
  const count = (wanted: (material: Material) => boolean): number => materials.filter(wanted).length
  const sometimes = count(({ situationText }) => situationText !== undefined)
  const forms = count(({ kind }) => kind === 'form')
  const free = count(({ shareable }) => shareable)
  return asked(
    '列出的材料都要交吗？',
    materials.length === 0
      ? []
      : [
          sometimes === 0 ? `一共列了 ${materials.length} 项。` : '',
          sometimes > 0 ? `不是。列出的 ${materials.length} 项里，有 ${sometimes} 项只在写明的情形里才要。` : '',
          forms > 0 && fileable ? `${forms} 项是申报用的表，在小程序里填写，不用上传。` : '',
          free > 0 ? `${free} 项能通过数据共享核验，核验到了可以不交。` : '',
          hasSituations && fileable ? '点“开始办理”先答几个问题，就只列出您要准备的。' : '',
        ],
  )
}

/** Known only with the materials: without them nobody knows which may follow. */
function whatIsMissing({ guide, commitments }: Known, materials: readonly Material[]): Question {
  const question = '有的材料暂时没有，怎么办？'
  const isSilent = commitments.length === 0 && materials.some(({ promisable }) => promisable)
  if (materials.length === 0 || isSilent) return asked(question, [])
  if (commitments.length === 0) return asked(question, ['这个事项没有可以后补的材料，必交的要备齐再提交。'])
  // Who may not promise is told where it is promised.
  const isAsked = guide.fileable && commitments.some(({ kind }) => kind !== 'noticeCommitment')
  return asked(question, [...commitments.map(laterText), isAsked ? '能不能承诺，上传材料时会告诉您。' : ''])
}

function laterText(commitment: Commitment): string {
  const label = COMMITMENT_LABEL[commitment.kind]
  if (commitment.kind === 'noticeCommitment') {
    return `可以选${label}：签承诺书保证符合条件，${commitment.relief}，取得许可证后 ${commitment.days} 日内备齐待查。`
  }
  const names = commitment.materials.map(({ name }) => `《${name}》`).join('')
  return `${names}可以后补（${label}）：签承诺书后先提交，${termText(commitment.kind, commitment.days)}交齐。`
}

function whereBlankForms(materials: readonly Material[]): Question {
  const ready = materials.filter(({ blankForm, sampleForm }) => blankForm === true || sampleForm === true)
  return asked(
    '空表和填写样例在哪里？',
    ready.length === 0 ? [] : [`${ready.length} 项材料有空表或者填写样例：在“要准备的材料”里点开那一项，就能打开。`],
  )
}

const NO_EXCEPTION = '不适用'

function howLong({ guide, sources }: Known): Question {
  const limit = limitText(guide.promisedLimit)
  const notCounted = guide.notCounted === NO_EXCEPTION ? '' : (guide.notCounted ?? '')
  if (limit === '') return asked('多久能办好？', [])
  return asked(
    '多久能办好？',
    [`承诺时限是${limit}。`, '等您补正的时间不算。', sentence(notCounted)],
    [sources.promisedLimit, ...(notCounted === '' ? [] : [sources.notCounted])],
  )
}

function whetherToCome({ guide: { visits, booking } }: Known, materials: readonly Material[]): Question {
  const onPaper = materials.some(({ kind, paperCopies }) => kind !== 'form' && (paperCopies ?? 0) > 0)
  const call = booking?.phone === undefined ? '' : `预约电话 ${booking.phone}。`
  return asked(
    '要去窗口吗？',
    visits === undefined
      ? []
      : [
          visits === 0 ? '不用到现场。' : `最多去 ${visits} 次。`,
          onPaper ? '网上先传照片或扫描件；要不要交纸质的、什么时候交，以窗口通知为准。' : '',
          visits > 0 ? sentence(booking?.note ?? '') : '',
          visits > 0 ? call : '',
        ],
  )
}

const whatItCosts = ({ guide, sources }: Known): Question =>
  asked('收费吗？', [sentence(feeText(guide))], [sources.fee])

function whatComesOut({ guide: { results, fileable }, sources }: Known): Question {
  const where = fileable ? '办好后在“我的”的“证照和文书”里看；里面打不开的是纸质的，可以打电话问窗口怎么领。' : ''
  return asked(
    '办好以后拿到什么？',
    results.length === 0 ? [] : [`${results.map(resultText).join('、')}。`, where],
    results.map((_, i) => sourceAt(sources.results, i)),
  )
}

/** It is filed here, only not by this answer. */
const ANOTHER_ANSWER = /改选/

/** A different office, another procedure, or nothing to apply for: said where it is asked, and here. */
function whatIsNotFiledHere(situations: readonly Situation[]): Question {
  const options = situations.flatMap((situation) => situation.options)
  const blocked = options.flatMap(({ name, blockedBecause = '' }) =>
    blockedBecause === '' || ANOTHER_ANSWER.test(blockedBecause) ? [] : [`${name}：${sentence(blockedBecause)}`],
  )
  return asked('哪些情形不在这里办？', [blocked.join('\n')])
}
