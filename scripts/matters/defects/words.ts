import { type FormFile, type MatterFolder, SHARED, type SharedFolder } from '../folders'
import { fullWidth } from '../punctuation'

/** Shorthand and marks of uncertainty, which are for the office. */
const SHORTHAND = /[≥≤<>＞＜]|知识(?!产权)|口径|人工核|需核/

/** Answers that mean something only behind their question. */
const FRAGMENT = /^(是|否|有|无|没有|都没有|自有|租赁|本人|个人|其他|遗失|损坏|首次|没?有变化|[未已]超过\d+年)$/
const NAMES_A_CHANGE = /变更|开展|分立/

type Said = readonly (readonly [at: string, words: string])[]

/** What a citizen reads has the punctuation of Chinese text and no shorthand. */
export function wordDefects(matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const said: Said = [
    ...matters.flatMap((folder) => [...matterWords(folder), ...formWords(folder.slug, folder.forms)]),
    ...formWords(SHARED, shared.forms),
  ]
  return [
    ...said.flatMap(([at, words]) => [
      ...(fullWidth(words) === words ? [] : [`${at}: “${words}” should be punctuated “${fullWidth(words)}”`]),
      ...(SHORTHAND.test(words) ? [`${at}: “${words}” is shorthand`] : []),
    ]),
    ...matters.flatMap(fragments),
  ]
}

/** Answers are shown alone, as the case of a draft and beside the materials that they ask for. */
const fragments = ({ slug, guide }: MatterFolder): string[] =>
  guide.situations.flatMap(({ key, question, options }) =>
    options
      .filter(({ label }) => FRAGMENT.test(label) || (question.startsWith('变更') && !NAMES_A_CHANGE.test(label)))
      .map(({ label }) => `${slug}/guide.json ${key}: “${label}” says nothing without its question`),
  )

function matterWords({ slug, matter, guide }: MatterFolder): Said {
  const { conditions, tips, fee, results, materials } = matter
  return [
    ...[...conditions, ...tips, fee].map(({ text }) => [`${slug}/matter.json`, text] as const),
    ...[...results, ...materials].map(({ name }) => [`${slug}/matter.json`, name] as const),
    ...guide.situations.flatMap(({ key, question, options }) =>
      [question, ...options.flatMap(({ label, blocked }) => [label, ...(blocked === undefined ? [] : [blocked])])].map(
        (words) => [`${slug}/guide.json ${key}`, words] as const,
      ),
    ),
  ]
}

const formWords = (folder: string, forms: Readonly<Record<string, FormFile>>): Said =>
  Object.entries(forms).flatMap(([name, { rules, notes }]) => [
    ...rules.map(({ id, message }) => [`${folder}/${name}.json rules.${id}`, message] as const),
    ...notes.map(({ text }) => [`${folder}/${name}.json notes`, text] as const),
  ])
