import { buildNpmPackages } from '../../scripts/build/npm-packages'

/** What the pages import from npm, packed as WeChat DevTools would; done again only when a version changed. */
export default async function npmPackages(): Promise<void> {
  await buildNpmPackages()
}
