/** TCP ports of a Temporal cluster whose services run in one process; all on the loopback address. */
export interface ClusterPorts {
  /** Where clients and workers connect. */
  readonly frontend: number;
  readonly frontendHttp: number;
  readonly history: number;
  readonly matching: number;
  readonly worker: number;
  /** Where the services tell each other that they are alive. These four must lie below 32,768: the column ends there. */
  readonly frontendMembership: number;
  readonly historyMembership: number;
  readonly matchingMembership: number;
  readonly workerMembership: number;
  /** Prometheus, at /metrics. */
  readonly metrics: number;
}

/** Where a Temporal cluster keeps its data and how it is reached. */
export interface ClusterPlace {
  /** The address of any database of the PostgreSQL server that holds the cluster's two; its user may create databases. */
  readonly postgres: string;
  /** Names of the two: workflows with their histories, and what the list queries search. */
  readonly databases: { readonly store: string; readonly visibility: string };
  readonly ports: ClusterPorts;
  /** A folder for the configuration files, made when it is not there. */
  readonly folder: string;
}

/** The names that Temporal's own documents use. */
export const CLUSTER_DATABASES = { store: 'temporal', visibility: 'temporal_visibility' } as const;

/** The inner ports that `npm run cluster` would like: a start takes the same again where they are free. */
export const INNER_PORTS = {
  frontendHttp: 17243,
  history: 17234,
  matching: 17235,
  worker: 17239,
  frontendMembership: 16933,
  historyMembership: 16934,
  matchingMembership: 16935,
  workerMembership: 16939,
  metrics: 17290,
} as const satisfies Omit<ClusterPorts, 'frontend'>;
