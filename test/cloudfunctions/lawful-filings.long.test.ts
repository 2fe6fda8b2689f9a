import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { fileEach } from './support/every-matter'
import { filingOf } from './support/file-matter'

/**
 * What the law lets through is filed to the end, in every situation that a fixture tells (form/case-types judges the same
 * in each run), and with as much as it takes.
 */

fileEach(
  MATTER_FIXTURES.flatMap((fixture) =>
    [filingOf(fixture, 'maximal'), ...(fixture.lawful ?? [])].map(
      (filing) => [fixture.slug, filing.name, fixture, filing] as const,
    ),
  ),
)
