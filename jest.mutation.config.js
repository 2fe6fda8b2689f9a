/**
 * Tests for `npm run mutation`: those of the project `node` that run what they test in their own process, so that a fault
 * which Stryker switches on is met. Which of them belong to a part is told by the environment (scripts/mutation/parts.ts).
 */
const { projects } = require('./jest.config')

const [node] = projects

module.exports = {
  ...node,
  testTimeout: 60_000,
  testMatch: (process.env.MUTATION_TESTS ?? '').split(',').map((path) => `<rootDir>/test/${path}`),
  testPathIgnorePatterns: ['/node_modules/'],
}
