// Written by scripts/convert-matters.ts; do not edit.

/** Matter → what its file says, parsed when it is first asked for; in the order of the tender. */
export const MATTER_FILES: Readonly<Record<string, () => unknown>> = {
  'road-freight': () => require('./road-freight.json') as unknown,
  'collective-contract-review': () => require('./collective-contract-review.json') as unknown,
  'commercial-performance': () => require('./commercial-performance.json') as unknown,
  'publication-retail': () => require('./publication-retail.json') as unknown,
  'village-doctor-first-registration': () => require('./village-doctor-first-registration.json') as unknown,
  'outdoor-ad-facility': () => require('./outdoor-ad-facility.json') as unknown,
  'temp-slogan': () => require('./temp-slogan.json') as unknown,
  'night-construction': () => require('./night-construction.json') as unknown,
  'special-hours': () => require('./special-hours.json') as unknown,
  'packaging-printing': () => require('./packaging-printing.json') as unknown,
  'road-passenger': () => require('./road-passenger.json') as unknown,
  'hazchem-operation': () => require('./hazchem-operation.json') as unknown,
  'private-school': () => require('./private-school.json') as unknown,
  'nurse-registration': () => require('./nurse-registration.json') as unknown,
  'public-place-hygiene': () => require('./public-place-hygiene.json') as unknown,
  'water-supply-hygiene': () => require('./water-supply-hygiene.json') as unknown,
  'physician-registration': () => require('./physician-registration.json') as unknown,
  'ship-management': () => require('./ship-management.json') as unknown,
  'interprovincial-cargo-shipping': () => require('./interprovincial-cargo-shipping.json') as unknown,
  'water-carrier-change-filing': () => require('./water-carrier-change-filing.json') as unknown,
  'ship-manager-change-filing': () => require('./ship-manager-change-filing.json') as unknown,
  'temp-greenland': () => require('./temp-greenland.json') as unknown,
}
