import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { fileEach } from './support/every-matter'
import { filingOf } from './support/file-matter'

/** Every matter can be filed from start to end by the functions that are deployed, with as little and as much as it takes. */

fileEach(
  MATTER_FIXTURES.flatMap((fixture) =>
    (['minimal', 'maximal'] as const).map((which) => [fixture.slug, which, fixture, filingOf(fixture, which)] as const),
  ),
)
