// Suites by the name of the file: `x.spec.ts` unit, `x.integration.spec.ts`, `x.e2e.spec.ts`, `x.replay.spec.ts`.
// Run one with: npm run jest -- --selectProjects unit --testPathPatterns libs/domain

process.env.TZ = 'Asia/Shanghai';

const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  swcrc: false,
};

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': ['@swc/jest', swc] },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/\\.data/'],
  modulePathIgnorePatterns: ['<rootDir>/\\.data/', '<rootDir>/\\.nx/'],
};

const suite = (displayName, more = {}) => ({
  ...shared,
  displayName,
  testMatch: [`<rootDir>/{apps,libs,workflows,activities,infra,test}/**/*.${displayName}.spec.ts?(x)`],
  ...more,
});

export default {
  // A test that waits for a real server says its own, longer limit.
  testTimeout: 20_000,
  testSequencer: '<rootDir>/infra/jest/longest-first.mjs',
  projects: [
    suite('unit', {
      testMatch: [
        '<rootDir>/{apps,libs,workflows,activities,infra,test}/**/!(*.integration|*.e2e|*.replay).spec.ts?(x)',
      ],
    }),
    suite('integration', {
      globalSetup: '<rootDir>/infra/jest/start-servers.ts',
      globalTeardown: '<rootDir>/infra/jest/stop-servers.ts',
    }),
    suite('replay'),
    suite('e2e', {
      globalSetup: '<rootDir>/infra/jest/start-servers.ts',
      globalTeardown: '<rootDir>/infra/jest/stop-servers.ts',
    }),
  ],
};
