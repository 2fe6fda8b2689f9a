import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FromNodePackageJson, License } from '@cyclonedx/cyclonedx-library/Contrib'
import { ComponentType } from '@cyclonedx/cyclonedx-library/Enums'
import { Bom, type Component, Property } from '@cyclonedx/cyclonedx-library/Models'
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize'
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec'
import { PackageURL } from 'packageurl-js'
import parseExpression from 'spdx-expression-parse'
import manifest from '../../package.json'
import { buildCloudfunctions } from './cloudfunctions'
import { ROOT } from './paths'

/** Packages of which files are copied, or drawn from, and not bundled: folder → the part of the product that has them. */
const COPIED: Readonly<Record<string, string>> = {
  'node_modules/tdesign-icons-svg': 'mini-program',
  'node_modules/@expo-google-fonts/noto-sans-sc': 'function transfer',
  'node_modules/hanamin': 'cloud storage',
}

/** Property that names a part of the product. */
const PART = 'tjgx:part'

const { ComponentBuilder, ExternalReferenceFactory } = {
  ...FromNodePackageJson.Builders,
  ...FromNodePackageJson.Factories,
}
const licenses = new License.Factories.LicenseFactory(parseExpression)
const components = new ComponentBuilder(new ExternalReferenceFactory(), licenses)

/** Folder of each npm package that really reaches a phone or the cloud → the parts of the product that have it. */
async function shippedPackages(functionsDir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  const add = (folder: string, part: string): void => void found.set(folder, [...(found.get(folder) ?? []), part])
  // What ships in the mini-program is what the root asks for at run time (scripts/build/npm-packages.ts).
  for (const name of Object.keys(manifest.dependencies)) add(`node_modules/${name}`, 'mini-program')
  for (const [folder, part] of Object.entries(COPIED)) add(folder, part)
  for (const { name, packages } of await buildCloudfunctions({ outDir: functionsDir })) {
    for (const folder of packages) add(folder, `function ${name}`)
  }
  return found
}

/** The component that a package's own manifest describes. @throws Error for a manifest without a name */
async function componentOf(folder: string): Promise<Component> {
  const text = await readFile(join(ROOT, folder, 'package.json'), 'utf8')
  const component = components.makeComponent(JSON.parse(text) as object)
  if (component === undefined) throw new Error(`${folder}/package.json describes no component`)
  const { group, name, version } = component
  component.purl = new PackageURL('npm', group, name, version, undefined, undefined).toString()
  component.bomRef.value = component.purl
  return component
}

/**
 * What the product consists of besides its own code, as CycloneDX 1.6 in JSON; the same in each run.
 * @param functionsDir where the functions are built to, to see what the bundler reads
 */
export async function billOfMaterials(functionsDir: string): Promise<string> {
  const bom = new Bom()
  const product = components.makeComponent(manifest, ComponentType.Application)
  if (product === undefined) throw new Error('package.json describes no component')
  product.bomRef.value = manifest.name
  bom.metadata.component = product
  // The same version may lie in several folders.
  const listed = new Map<string | undefined, Component>()
  for (const [folder, parts] of await shippedPackages(functionsDir)) {
    const read = await componentOf(folder)
    const component = listed.get(read.bomRef.value) ?? read
    listed.set(component.bomRef.value, component)
    const known = [...component.properties].filter(({ name }) => name === PART).map(({ value }) => value)
    for (const part of new Set(parts)) {
      if (!known.includes(part)) component.properties.add(new Property(PART, part))
    }
  }
  for (const component of listed.values()) {
    bom.components.add(component)
    product.dependencies.add(component.bomRef)
  }
  return new JsonSerializer(new Json.Normalize.Factory(Spec1dot6)).serialize(bom, { sortLists: true, space: 2 })
}
