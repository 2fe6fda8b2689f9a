import { startTestCloud, type TestCloud } from './start-test-cloud'

/** The gateway, and what is asked of it. */

export let cloud: TestCloud

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

export async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

export const post = async (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  answerOf(await fetch(cloud.url + path, { method: 'POST', body, headers }))

/** What stands above is there from the first test on, and closed after the last. */
export function prepareGateway(): void {
  beforeAll(async () => {
    cloud = await startTestCloud()
  })
  afterAll(() => cloud.dispose())
}
