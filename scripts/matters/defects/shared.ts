import type commitments from '../../../cloudfunctions/matters/shared/commitments.json'
import type parameters from '../../../cloudfunctions/matters/shared/parameters.json'
import type questions from '../../../cloudfunctions/matters/shared/questions.json'
import { type MatterFolder, readSharedFile, SHARED, type SharedFolder } from '../folders'
import { OF_ALL_RULES, readsParameter } from '../parameters'

/** Rows of the shared files that speak of nothing. */
export function sharedDefects(root: string, matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const slugs = matters.map(({ slug }) => slug)
  const stranger = (at: string, slug: string): string[] =>
    slugs.includes(slug) ? [] : [`${SHARED}/${at}: there is no matter ${slug}`]
  const asked = readSharedFile<typeof questions>(root, 'questions.json')
  return [
    ...commitmentDefects(root, matters, stranger),
    ...asked.flatMap(({ matter }) => (matter === null ? [] : stranger('questions.json', matter))),
    ...parameterDefects(root, matters, shared),
  ]
}

function commitmentDefects(
  root: string,
  matters: readonly MatterFolder[],
  stranger: (at: string, slug: string) => string[],
): string[] {
  return readSharedFile<typeof commitments>(root, 'commitments.json').matters.flatMap((row) => {
    const { matter: slug, noticeCommitment } = row
    const guide = matters.find((one) => one.slug === slug)?.guide
    const options = noticeCommitment.options as readonly { readonly situation: string; readonly option: string }[]
    return [
      ...stranger('commitments.json', slug),
      ...(guide ? laterDefects(guide, slug, row) : []),
      ...options
        .filter(
          ({ situation, option }) =>
            !guide?.situations.find(({ key }) => key === situation)?.options.some(({ key }) => key === option),
        )
        .map(({ situation, option }) => `${SHARED}/commitments.json: ${slug} has no situation ${situation}.${option}`),
    ]
  })
}

/** What may be brought later is 容缺 at the provider (its one code for all ways), and nothing else is. */
function laterDefects(
  guide: MatterFolder['guide'],
  slug: string,
  { tolerance, promiseApproval }: (typeof commitments)['matters'][number],
): string[] {
  const named = [tolerance, promiseApproval].flatMap((way) => (way.allowed ? (way.materials as readonly string[]) : []))
  const tolerated = guide.materials.filter(({ necessity }) => necessity === 'tolerated').map(({ key }) => key)
  return [
    ...named
      .filter((key) => !tolerated.includes(key))
      .map(
        (key) => `${SHARED}/commitments.json: ${slug}: ${key} may be brought later, and is not tolerated in guide.json`,
      ),
    ...tolerated
      .filter((key) => !named.includes(key))
      .map((key) => `${SHARED}/commitments.json: ${slug}: ${key} is tolerated in guide.json, and no way allows it`),
  ]
}

/** Every parameter is read or shown by a rule; that a rule reads no other is looked at with the forms. */
function parameterDefects(root: string, matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const forms = [...matters.flatMap((matter) => Object.values(matter.forms)), ...Object.values(shared.forms)]
  const isRead = readsParameter(forms.map((form) => form.rules))
  const names = readSharedFile<typeof parameters>(root, 'parameters.json').map(({ name }) => name)
  return [
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${SHARED}/parameters.json: ${name} twice`),
    ...names
      .filter((name) => name !== OF_ALL_RULES && !isRead(name))
      .map((name) => `${SHARED}/parameters.json: no rule reads ${name}`),
  ]
}
