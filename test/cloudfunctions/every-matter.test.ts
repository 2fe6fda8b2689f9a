import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { fileEach } from './support/every-matter'
import { filingOf } from './support/file-matter'

/**
 * Every matter can be filed from start to end by the functions that are deployed with as little as it takes; with as much
 * as it takes the largest ones and the one that all journeys use. The others' maximal filings: lawful-filings.long.test.ts.
 */

const LARGEST: ReadonlySet<string> = new Set([
  ...['private-school', 'road-freight', 'hazchem-operation'],
  ...['water-carrier-change-filing', 'nurse-registration'],
])

fileEach(
  MATTER_FIXTURES.flatMap((fixture) =>
    (LARGEST.has(fixture.slug) ? (['minimal', 'maximal'] as const) : (['minimal'] as const)).map(
      (which) => [fixture.slug, which, fixture, filingOf(fixture, which)] as const,
    ),
  ),
)
