const words = (id: string): string => id.replace(/_/g, '-')

/** The declaration form of every matter, as ids.json and the specification call it. */
const DECLARATION_FORM = 'app_form'

/** `road-freight.json` for the declaration form, `road-freight.veh-promise.json` for a form beside it. */
export function matterFormFile(slug: string, formKey: string): string {
  return formKey === DECLARATION_FORM ? `${slug}.json` : `${slug}.${words(formKey)}.json`
}

/** `common.authorization_letter` → `authorization-letter.json`: a form that several matters share. */
export function commonFormFile(key: string): string {
  return `${words(key.replace(/^common\./, ''))}.json`
}
