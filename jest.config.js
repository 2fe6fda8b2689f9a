/**
 * Three worlds, one run: `node` (rules, functions, sandbox), `mini` (pages and components in jsdom with
 * miniprogram-simulate) and `browser` (Chromium on the sandbox).
 */
const transform = {
  '^.+\\.(t|j|mj)s$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
  ],
}

/** ES-module-only packages that jest must compile; everything else in node_modules is used as it is. */
const esm = ['mingo', 'pixelmatch', 'saxen', 'tdesign-miniprogram', 'woff2-encoder']
const transformIgnorePatterns = [`node_modules/(?!(${esm.join('|')})/)`]

/** Test files run in a context of their own, where looking up a global is dear: these are handed to every module instead. */
const sandboxInjectedGlobals = ['Object', 'Array', 'Map', 'Set', 'WeakMap', 'JSON', 'Math', 'Number', 'String']

const base = {
  rootDir: __dirname,
  transform,
  transformIgnorePatterns,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  // What `npm start` and the builds leave behind has package.json files of its own.
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/dist/'],
}

module.exports = {
  // Also where jest is called by hand on a fresh clone.
  globalSetup: '<rootDir>/test/support/npm-packages.ts',
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'node',
      sandboxInjectedGlobals,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(mini|browser|long)\\.test\\.ts$', '/node_modules/'],
    },
    {
      ...base,
      displayName: 'mini',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
      testMatch: ['<rootDir>/test/**/*.mini.test.ts'],
    },
    {
      ...base,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.browser.test.ts'],
    },
    // Too long for every run: `npm run test:long`, `npm run file-all`.
    ...(process.env.LONG_TESTS
      ? [{ ...base, displayName: 'long', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.long.test.ts'] }]
      : []),
  ],
}
