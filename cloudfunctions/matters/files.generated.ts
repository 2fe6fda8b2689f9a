// Written by scripts/matters.ts; do not edit.

interface MatterFiles {
  readonly matter: () => unknown
  readonly ids: () => unknown
  /** Name without ending → the form; the declaration form first. */
  readonly forms: Readonly<Record<string, () => unknown>>
}

/** Folder → its files, parsed when they are first asked for; in the order of the tender. */
export const MATTERS: Readonly<Record<string, MatterFiles>> = {
  'road-freight': {
    matter: () => require('./road-freight/matter.json') as unknown,
    ids: () => require('./road-freight/ids.json') as unknown,
    forms: {
      form: () => require('./road-freight/form.json') as unknown,
      'veh-promise': () => require('./road-freight/veh-promise.json') as unknown,
    },
  },
  'collective-contract-review': {
    matter: () => require('./collective-contract-review/matter.json') as unknown,
    ids: () => require('./collective-contract-review/ids.json') as unknown,
    forms: {
      form: () => require('./collective-contract-review/form.json') as unknown,
    },
  },
  'commercial-performance': {
    matter: () => require('./commercial-performance/matter.json') as unknown,
    ids: () => require('./commercial-performance/ids.json') as unknown,
    forms: {
      form: () => require('./commercial-performance/form.json') as unknown,
    },
  },
  'publication-retail': {
    matter: () => require('./publication-retail/matter.json') as unknown,
    ids: () => require('./publication-retail/ids.json') as unknown,
    forms: {
      form: () => require('./publication-retail/form.json') as unknown,
    },
  },
  'village-doctor-first-registration': {
    matter: () => require('./village-doctor-first-registration/matter.json') as unknown,
    ids: () => require('./village-doctor-first-registration/ids.json') as unknown,
    forms: {
      form: () => require('./village-doctor-first-registration/form.json') as unknown,
    },
  },
  'outdoor-ad-facility': {
    matter: () => require('./outdoor-ad-facility/matter.json') as unknown,
    ids: () => require('./outdoor-ad-facility/ids.json') as unknown,
    forms: {
      form: () => require('./outdoor-ad-facility/form.json') as unknown,
      promise: () => require('./outdoor-ad-facility/promise.json') as unknown,
    },
  },
  'temp-slogan': {
    matter: () => require('./temp-slogan/matter.json') as unknown,
    ids: () => require('./temp-slogan/ids.json') as unknown,
    forms: {
      form: () => require('./temp-slogan/form.json') as unknown,
      promise: () => require('./temp-slogan/promise.json') as unknown,
    },
  },
  'night-construction': {
    matter: () => require('./night-construction/matter.json') as unknown,
    ids: () => require('./night-construction/ids.json') as unknown,
    forms: {
      form: () => require('./night-construction/form.json') as unknown,
    },
  },
  'special-hours': {
    matter: () => require('./special-hours/matter.json') as unknown,
    ids: () => require('./special-hours/ids.json') as unknown,
    forms: {
      form: () => require('./special-hours/form.json') as unknown,
    },
  },
  'packaging-printing': {
    matter: () => require('./packaging-printing/matter.json') as unknown,
    ids: () => require('./packaging-printing/ids.json') as unknown,
    forms: {
      form: () => require('./packaging-printing/form.json') as unknown,
    },
  },
  'road-passenger': {
    matter: () => require('./road-passenger/matter.json') as unknown,
    ids: () => require('./road-passenger/ids.json') as unknown,
    forms: {
      form: () => require('./road-passenger/form.json') as unknown,
      'line-form': () => require('./road-passenger/line-form.json') as unknown,
      'veh-promise': () => require('./road-passenger/veh-promise.json') as unknown,
    },
  },
  'hazchem-operation': {
    matter: () => require('./hazchem-operation/matter.json') as unknown,
    ids: () => require('./hazchem-operation/ids.json') as unknown,
    forms: {
      form: () => require('./hazchem-operation/form.json') as unknown,
    },
  },
  'private-school': {
    matter: () => require('./private-school/matter.json') as unknown,
    ids: () => require('./private-school/ids.json') as unknown,
    forms: {
      form: () => require('./private-school/form.json') as unknown,
    },
  },
  'nurse-registration': {
    matter: () => require('./nurse-registration/matter.json') as unknown,
    ids: () => require('./nurse-registration/ids.json') as unknown,
    forms: {
      form: () => require('./nurse-registration/form.json') as unknown,
    },
  },
  'public-place-hygiene': {
    matter: () => require('./public-place-hygiene/matter.json') as unknown,
    ids: () => require('./public-place-hygiene/ids.json') as unknown,
    forms: {
      form: () => require('./public-place-hygiene/form.json') as unknown,
      'notice-letter': () => require('./public-place-hygiene/notice-letter.json') as unknown,
    },
  },
  'water-supply-hygiene': {
    matter: () => require('./water-supply-hygiene/matter.json') as unknown,
    ids: () => require('./water-supply-hygiene/ids.json') as unknown,
    forms: {
      form: () => require('./water-supply-hygiene/form.json') as unknown,
    },
  },
  'physician-registration': {
    matter: () => require('./physician-registration/matter.json') as unknown,
    ids: () => require('./physician-registration/ids.json') as unknown,
    forms: {
      form: () => require('./physician-registration/form.json') as unknown,
    },
  },
  'ship-management': {
    matter: () => require('./ship-management/matter.json') as unknown,
    ids: () => require('./ship-management/ids.json') as unknown,
    forms: {
      form: () => require('./ship-management/form.json') as unknown,
    },
  },
  'interprovincial-cargo-shipping': {
    matter: () => require('./interprovincial-cargo-shipping/matter.json') as unknown,
    ids: () => require('./interprovincial-cargo-shipping/ids.json') as unknown,
    forms: {
      form: () => require('./interprovincial-cargo-shipping/form.json') as unknown,
    },
  },
  'water-carrier-change-filing': {
    matter: () => require('./water-carrier-change-filing/matter.json') as unknown,
    ids: () => require('./water-carrier-change-filing/ids.json') as unknown,
    forms: {
      form: () => require('./water-carrier-change-filing/form.json') as unknown,
    },
  },
  'ship-manager-change-filing': {
    matter: () => require('./ship-manager-change-filing/matter.json') as unknown,
    ids: () => require('./ship-manager-change-filing/ids.json') as unknown,
    forms: {
      form: () => require('./ship-manager-change-filing/form.json') as unknown,
    },
  },
  'temp-greenland': {
    matter: () => require('./temp-greenland/matter.json') as unknown,
    ids: () => require('./temp-greenland/ids.json') as unknown,
    forms: {
      form: () => require('./temp-greenland/form.json') as unknown,
    },
  },
}

/** The forms that several matters share. */
export const SHARED_FORMS: Readonly<Record<string, () => unknown>> = {
  'authorization-letter': () => require('./shared/authorization-letter.json') as unknown,
  'tolerance-promise': () => require('./shared/tolerance-promise.json') as unknown,
}
