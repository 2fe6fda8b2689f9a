import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ROOT } from '../scripts/build/paths'
import type { Figure } from './measure'

interface Step {
  readonly openBytes: number
  readonly nodes: number
  readonly keyBytes: number
}

const JEST = ['--selectProjects', 'mini', '--testPathPatterns', 'form-size', '-w', '1']

/** What the form page's test counts in every step of the largest forms; rejects when a step is beyond its limits. */
export async function formSize(): Promise<Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [require.resolve('jest/bin/jest'), ...JEST], {
    cwd: ROOT,
  })
  const steps = [...stdout.matchAll(/^[\w-]+: (\[\{"step".*\])$/gm)].flatMap(
    ([, json = '']) => JSON.parse(json) as Step[],
  )
  if (steps.length === 0) throw new Error('the test form-size told no steps')
  const most = (of: (step: Step) => number): number => Math.max(...steps.map(of))
  const [bytes, nodes] = [String(most((step) => step.keyBytes)), String(most((step) => step.nodes))]
  const size = (most((step) => step.openBytes) / 1024).toFixed(1)
  return [
    {
      name: 'setData of a key',
      promise: '≤ 1 KB',
      measured: `${bytes} bytes`,
      holds: true,
      record: { id: 'key', values: { bytes } },
    },
    {
      name: `opening a step, the most of ${steps.length}`,
      promise: '≤ 64 KB, ≤ 400 nodes',
      measured: `${size} KB, ${nodes} nodes`,
      holds: true,
      record: { id: 'step', values: { size, nodes } },
    },
  ]
}
