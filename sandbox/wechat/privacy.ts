import interfaces from './privacy-interfaces.json'

/** One kind of personal information, and what of WeChat handles it. */
interface PrivateType {
  readonly type: string
  readonly apis: readonly string[]
  readonly scopes: readonly string[]
  readonly components: readonly string[]
}

/** WeChat's table of what must be declared in the privacy guide (用户隐私保护指引). */
export const PRIVATE_TYPES: readonly PrivateType[] = interfaces.types

/** The wx APIs that WeChat refuses with errno 112, because the guide does not declare their type. */
export const undeclaredApis = (declaredTypes: readonly string[]): string[] =>
  PRIVATE_TYPES.filter(({ type }) => !declaredTypes.includes(type)).flatMap(({ apis }) => apis)

/** What a mini-program's source uses of WeChat's table, e.g. `wx.chooseMedia`, `scope.camera`, `<camera>`. */
export function privateUses(
  apis: ReadonlySet<string>,
  sources: { readonly scripts: readonly string[]; readonly templates: readonly string[] },
): { readonly type: string; readonly use: string }[] {
  const named = (scope: string): boolean =>
    sources.scripts.some((text) => new RegExp(`['"\`]${scope}['"\`]`).test(text))
  const drawn = (tag: string): boolean => sources.templates.some((text) => tagPattern(tag).test(text))
  return PRIVATE_TYPES.flatMap(({ type, ...kinds }) =>
    [
      ...kinds.apis.filter((api) => apis.has(api)).map((api) => `wx.${api}`),
      ...kinds.scopes.filter(named),
      ...kinds.components.filter(drawn),
    ].map((use) => ({ type, use })),
  )
}

/** `<button open-type="x">` → finds it among other attributes, and coupled with another one (`x|agreePrivacy…`). */
function tagPattern(component: string): RegExp {
  const [, tag = '', attribute, value = ''] = /^<([a-z-]+)(?: ([a-z-]+)="(\w+)")?>$/.exec(component) ?? []
  return attribute === undefined
    ? new RegExp(`<${tag}[\\s/>]`)
    : new RegExp(`<${tag}\\s[^>]*\\b${attribute}="[^"]*\\b${value}\\b`)
}
