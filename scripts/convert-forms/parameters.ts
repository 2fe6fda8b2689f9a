/**
 * Numbers that may change without a new form, or whose reading the office has yet to confirm: they live in
 * cloudfunctions/forms/parameters.json. `<slug>.<check id>.<param>` → name of the parameter.
 */
export const PARAMETERS: Readonly<Record<string, string>> = {
  'collective-contract-review.c5.param': 'cityMinimumWage',
  'night-construction.c3.max_days': 'nightMaxDays',
  'night-construction.c4.min_days': 'nightLeadDays',
  'night-construction.c5.max': 'nightNoiseLimit',
  'night-construction.c6.param': 'examBlackout',
  'nurse-registration.c2.min_days': 'nurseRenewalLeadDays',
}
