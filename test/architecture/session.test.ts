import { sourceFiles } from './source-files'

/** Who knows a citizen's token at the provider: where it is stored, and where it is sent. */
const KNOW_THE_TOKEN = [
  'cloudfunctions/domain/account/session.ts',
  'cloudfunctions/one-network/callback.ts',
  'cloudfunctions/one-network/client.ts',
  'cloudfunctions/one-network/mappers/account.ts',
  'cloudfunctions/one-network/signature.ts',
  'cloudfunctions/one-network/user-session.ts',
]

test('a user token is a matter of the session, and of nobody who asks through it', () => {
  const named = sourceFiles('cloudfunctions').filter((f) => /\buserToken\b/.test(f.text))
  expect(named.map((f) => f.path).sort()).toEqual(KNOW_THE_TOKEN)
})
