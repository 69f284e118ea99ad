/** A rule of dependency-cruiser, as far as it is used here. */
export interface LayerRule {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
  readonly from: { readonly path?: string | string[]; readonly pathNot?: string | string[] };
  readonly to: {
    readonly path?: string | string[];
    readonly pathNot?: string | string[];
    readonly dependencyTypes?: string[];
    readonly dependencyTypesNot?: string[];
    readonly circular?: boolean;
    readonly viaOnly?: { readonly dependencyTypesNot: string[] };
    readonly couldNotResolve?: boolean;
  };
}

interface Layer {
  readonly name: string;
  readonly folder: string;
  /** Folders of the packages it may import; itself is always allowed. */
  readonly may: readonly string[];
  readonly because: string;
}

/** The packages and what each may import: DESIGN, section 3. */
export const layers: readonly Layer[] = [
  {
    name: 'domain',
    folder: 'libs/domain',
    may: [],
    because:
      'the domain is the rules of the hotline alone: it must be readable, testable and replayable without anything else',
  },
  {
    name: 'calendar',
    folder: 'libs/calendar',
    may: ['libs/domain'],
    because: 'the calendar feeds working days to the domain and knows nothing of who asks',
  },
  {
    name: 'configuration',
    folder: 'libs/configuration',
    may: [],
    because: 'reading the environment must work before anything else is loaded',
  },
  {
    name: 'contracts-http',
    folder: 'libs/contracts/http',
    may: [],
    because: 'the contract is shared with the browser, so nothing of the server may hang on it',
  },
  {
    name: 'contracts-process',
    folder: 'libs/contracts/process',
    may: ['libs/domain'],
    because: 'workflows load it inside their sandbox: only names, ids and domain words belong in it',
  },
  {
    name: 'persistence',
    folder: 'libs/persistence',
    may: ['libs/domain'],
    because: 'the ledger stores what the domain says and never decides by itself',
  },
  {
    name: 'notifications',
    folder: 'libs/notifications',
    may: ['libs/domain'],
    because: 'a channel sends what it is given and must not look into the database',
  },
  {
    name: 'documents',
    folder: 'libs/documents',
    may: ['libs/domain'],
    because: 'a document is drawn from what it is given and must not look into the database',
  },
  {
    name: 'application',
    folder: 'libs/application',
    may: ['libs/domain', 'libs/persistence', 'libs/notifications', 'libs/documents', 'libs/calendar'],
    because: 'use cases are called by the API and by activities alike, so they know neither HTTP nor Temporal',
  },
  {
    name: 'activities',
    folder: 'activities',
    may: ['libs/application', 'libs/contracts/process'],
    because:
      'an activity only turns the wish of a workflow into a use case; logic beside the use cases would escape the API',
  },
  {
    name: 'workflows',
    folder: 'workflows',
    may: ['libs/domain', 'libs/contracts/process', 'activities'],
    because: 'a workflow is replayed: whatever it loads must be deterministic',
  },
  {
    name: 'worker',
    folder: 'apps/worker',
    may: ['activities', 'workflows', 'libs/configuration', 'libs/contracts/process'],
    because: 'the worker hosts workflows and activities; what they are made of is composed in its main file',
  },
  {
    name: 'api',
    folder: 'apps/api',
    may: ['libs/application', 'libs/contracts/http', 'libs/contracts/process', 'libs/configuration'],
    because: 'a controller that reaches past the use cases would skip the lock, the ledger and the rights',
  },
  {
    name: 'web',
    folder: 'apps/web',
    may: ['libs/contracts/http'],
    because: 'the browser gets the contract and nothing of the server',
  },
];

/** Packages that put the others together and may import any of them. */
const composers = ['apps/command', 'infra', 'test'];

const anyPackage = '(?:apps/[^/]+|libs/contracts/[^/]+|libs/(?!contracts/)[^/]+|workflows|activities|infra|test)';
const itsPackage = `^(${anyPackage})/`;
const itsPackageIn = (folders: readonly string[]): string => `^(?:${folders.join('|')})/`;
const mainFiles = ['(?:^|/)main\\.ts$', '\\.main\\.ts$'];
/** Specs, and the folders `testing/` with what only specs use. */
const testing = '^(?:apps|libs|workflows|activities)/.*/testing/';
const testOnly = ['\\.spec\\.tsx?$', testing];
const onRealServers = ['\\.(?:integration|e2e|replay)\\.spec\\.tsx?$', testing];
const npmPackages = '(?:^|/)node_modules/';
const typeOnly = 'type-import';

const layerRules: LayerRule[] = layers.map(({ name, folder, may, because }) => ({
  name: `layer-${name}`,
  comment: `${folder} may import ${may.length > 0 ? may.join(', ') : 'no other package'}: ${because}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: [...mainFiles, ...onRealServers] },
  to: { path: `^${anyPackage}/`, pathNot: itsPackageIn([folder, ...may]) },
}));

/** All import rules, each with its reason. The probes in `layers.spec.ts` see every one of them caught. */
export const rules: readonly LayerRule[] = [
  ...layerRules,
  {
    name: 'layer-unknown',
    comment: 'a new package gets its place in test/gates/layer-rules.ts before it imports others',
    severity: 'error',
    from: { path: itsPackage, pathNot: itsPackageIn([...layers.map(({ folder }) => folder), ...composers]) },
    to: { path: `^${anyPackage}/`, pathNot: '^$1/' },
  },
  {
    name: 'workflows-know-activities-as-types',
    comment: 'an activity imported by value drags the database into the workflow sandbox: use `import type`',
    severity: 'error',
    from: { path: '^workflows/', pathNot: testOnly },
    to: { path: '^activities/', dependencyTypesNot: [typeOnly] },
  },
  {
    name: 'domain-without-libraries',
    comment: 'the domain has no input or output and no dependency: neither npm packages nor Node built-ins',
    severity: 'error',
    from: { path: '^libs/domain/', pathNot: testOnly },
    to: { path: npmPackages },
  },
  {
    name: 'domain-without-node',
    comment: 'the domain also runs inside the workflow sandbox, where Node built-ins do not exist',
    severity: 'error',
    from: { path: '^libs/(domain|contracts)/', pathNot: testOnly },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'workflows-without-node',
    comment: 'Node built-ins are not deterministic, and the sandbox does not have them',
    severity: 'error',
    from: { path: '^workflows/', pathNot: testOnly },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'workflows-only-on-temporal',
    comment:
      'every library in the bundle can change what a replay does: only @temporalio/workflow and /common are known not to',
    severity: 'error',
    from: { path: '^workflows/', pathNot: testOnly },
    to: { path: npmPackages, pathNot: `${npmPackages}@temporalio/(workflow|common)/` },
  },
  {
    name: 'web-without-node',
    comment: 'a browser has no Node built-ins',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: testOnly },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-circle',
    comment: 'files that load each other in a circle see each other half-made; circles of types alone are harmless',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: [typeOnly] } },
  },
  {
    name: 'not-own-face',
    comment:
      'index.ts is for others (and for specs): importing it from within makes circles and loads the whole package',
    severity: 'error',
    from: { path: itsPackage, pathNot: testOnly },
    to: { path: '^$1/(src/)?index\\.tsx?$' },
  },
  {
    name: 'only-the-face-of-others',
    comment: 'another package is known by its index.ts only; the worker and the tests take workflows and apps by path',
    severity: 'error',
    from: { path: itsPackage, pathNot: ['^(?:test|infra|apps/worker)/'] },
    to: { path: `^${anyPackage}/`, pathNot: ['^$1/', `^${anyPackage}/(src/)?index\\.ts$`] },
  },
  {
    name: 'only-the-face-of-libraries',
    comment: 'tests, infra and the worker too see a library by its index.ts: what they need from it belongs there',
    severity: 'error',
    from: { path: '^(test|infra|apps/worker)/' },
    to: { path: '^(?:libs|activities)/', pathNot: `^${anyPackage}/(src/)?index\\.ts$` },
  },
  {
    name: 'others-by-name',
    comment: 'a package is imported by its name (@hotline/…), so that its own package.json shows what it needs',
    severity: 'error',
    from: { path: itsPackage },
    to: {
      path: '^(?:libs|activities)/',
      pathNot: '^$1/',
      dependencyTypes: ['local'],
      dependencyTypesNot: ['aliased-workspace'],
    },
  },
  {
    name: 'no-spec-in-source',
    comment: 'what only a test needs (*.spec.ts, testing/) must not be loaded in production',
    severity: 'error',
    from: { pathNot: [...testOnly, '^test/'] },
    to: { path: testOnly },
  },
  {
    name: 'no-unknown-import',
    comment: 'an import that leads nowhere fails at run time, and no layer rule can judge it',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
