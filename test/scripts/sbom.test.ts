import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv'
import manifest from '../../package.json'
import { ROOT } from '../../scripts/build/paths'
import { billOfMaterials } from '../../scripts/build/bill-of-materials'

/** `npm run sbom`: what is really inside of the product, from what the bundler read. */

interface Listed {
  readonly group?: string
  readonly name: string
  readonly version: string
  readonly licenses?: readonly object[]
  readonly properties: readonly { readonly name: string; readonly value: string }[]
}

const SCHEMAS = join(ROOT, 'node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema')
/** Known by the name that the others call it by. */
const schema = (name: string): object => ({
  ...(JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object),
  $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`,
})

let text = ''
let components: readonly Listed[] = []
const nameOf = ({ group, name }: Listed): string => (group === undefined ? name : `${group}/${name}`)
const partsOf = (name: string): string[] =>
  components
    .filter((one) => nameOf(one) === name)
    .flatMap(({ properties }) => properties.filter((one) => one.name === 'tjgx:part').map(({ value }) => value))

const functions = mkdtempSync(join(tmpdir(), 'tjgx-sbom-'))
afterAll(() => rmSync(functions, { recursive: true }))
beforeAll(async () => {
  text = await billOfMaterials(functions)
  components = (JSON.parse(text) as { components: Listed[] }).components
}, 60_000)

test('it is what CycloneDX 1.6 asks for', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, schemas: [schema('spdx'), schema('jsf-0.82')] })
  const judge = ajv.compile(schema('bom-1.6'))
  expect([judge(JSON.parse(text)), judge.errors]).toEqual([true, null])
  expect(judge({ ...(JSON.parse(text) as object), components: [{ type: 'library' }] })).toBe(false)
})

test('every package inside of a built function is listed, with each version and where it is', () => {
  for (const name of readdirSync(functions)) {
    const { bundled } = JSON.parse(readFileSync(join(functions, name, 'package.json'), 'utf8')) as {
      bundled: Readonly<Record<string, string>>
    }
    const here = components.filter((one) => partsOf(nameOf(one)).includes(`function ${name}`))
    for (const [wanted, versions] of Object.entries(bundled)) {
      const known = here.filter((one) => nameOf(one) === wanted).map(({ version }) => version)
      expect([wanted, versions.split(', ').filter((version) => !known.includes(version))]).toEqual([wanted, []])
    }
  }
  // The SDK has an older axios of its own beneath it.
  expect(components.filter((one) => nameOf(one) === 'axios').length).toBe(2)
})

test('so is what ships in the mini-program and what is only copied; tools are not', () => {
  for (const name of Object.keys(manifest.dependencies)) expect(partsOf(name)).toContain('mini-program')
  expect(partsOf('tdesign-icons-svg')).toEqual(['mini-program'])
  expect(partsOf('@expo-google-fonts/noto-sans-sc')).toEqual(['function transfer'])
  for (const tool of ['jest', 'typescript', 'playwright-core', 'esbuild']) expect(partsOf(tool)).toEqual([])
})

test('a package without a licence in its manifest is known by name', () => {
  expect(
    components
      .filter(({ licenses }) => !licenses?.length)
      .map(nameOf)
      .sort(),
  ).toEqual(['@cloudbase/signature-nodejs', '@cloudbase/wx-cloud-client-sdk', 'buffers', 'png-js'])
})
