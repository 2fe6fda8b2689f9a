import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InvokeResult } from '../../../sandbox/cloud'
import { type Sdk, useSdk } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

/** A cloud with the probe function. */

export let cloud: TestCloud
export let sdk: Sdk

export const citizen = (id: string) => ({ openid: `sandbox-openid-${id}` })
export const call = (data: object, id = 'c', name = 'probe'): Promise<InvokeResult> =>
  cloud.invoke(name, data, citizen(id))

export function release(name: string, code: string): void {
  mkdirSync(join(cloud.functionsDir, name), { recursive: true })
  writeFileSync(join(cloud.functionsDir, name, 'index.js'), code)
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareCloud(): void {
  beforeAll(async () => {
    cloud = await startTestCloud({ OWN: 'from the environment' })
    sdk = useSdk(cloud)
  })
  afterAll(() => cloud.dispose())
}
