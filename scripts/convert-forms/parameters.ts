import names from './parameters.json'

/**
 * Numbers that may change without a new form, or whose reading the office has yet to confirm: they live in
 * cloudfunctions/forms/parameters.json. `<slug>.<check id>.<param>` → name of the parameter.
 */
export const PARAMETERS: Readonly<Record<string, string>> = names
