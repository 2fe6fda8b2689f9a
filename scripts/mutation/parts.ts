/** One run of mutation testing: what is changed, and by which tests in their own process it must be noticed. */
export interface Part {
  /** Sources, relative to the checkout. */
  readonly mutate: readonly string[]
  /** Test files, relative to test/. */
  readonly tests: readonly string[]
}

const LEDGER_TESTS = ['claim', 'settle', 'reconcile', 'turns', 'ledger'].map(
  (name) => `cloudfunctions/ledger/${name}.test.ts`,
)

/** What must never be wrong in silence; each part takes half an hour at most. */
export const PARTS: Readonly<Record<string, Part>> = {
  'ledger-claim': {
    mutate: ['claim', 'lanes', 'reconcile'].map((name) => `cloudfunctions/ledger/${name}.ts`),
    tests: LEDGER_TESTS,
  },
  'ledger-settle': { mutate: ['cloudfunctions/ledger/settle.ts'], tests: LEDGER_TESTS },
  judge: {
    mutate: ['miniprogram/shared/judge/*.ts'],
    tests: ['shared/judge/*.test.ts'],
  },
  signature: {
    mutate: ['cloudfunctions/one-network/signature.ts'],
    tests: ['cloudfunctions/one-network/signature.test.ts'],
  },
  retry: {
    mutate: ['cloudfunctions/one-network/retry.ts'],
    tests: ['cloudfunctions/one-network/retry.test.ts'],
  },
  sealing: {
    mutate: ['sealing', 'ciphers', 'key-ring'].map((name) => `cloudfunctions/kernel/${name}.ts`),
    tests: ['cloudfunctions/kernel/sealing.test.ts', 'cloudfunctions/kernel/key-ring.test.ts'],
  },
  redaction: {
    mutate: ['cloudfunctions/kernel/redaction.ts', 'miniprogram/shared/form/masked.ts'],
    tests: ['cloudfunctions/kernel/redaction.test.ts'],
  },
  access: {
    mutate: ['cloudfunctions/domain/*/access.ts', 'cloudfunctions/domain/account/identity.ts'],
    tests: ['cloudfunctions/access.test.ts', 'cloudfunctions/who-acts.test.ts'],
  },
}

/** Promised score of each part, in percent of the faults that can be noticed at all. */
export const PROMISED = 90
