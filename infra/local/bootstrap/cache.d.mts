export function cacheFolder(): string;
export function compiledFolder(): string;
export function programFolder(): string;
export function commandOnPath(name: string): string | undefined;
export function findTemporalCli(): string | undefined;
export function findTimeSkippingServer(): string | undefined;
export function findSchemathesis(): string | undefined;

/** Absolute paths of the programs that make up the Temporal cluster. */
export interface ClusterPrograms {
  readonly server: string;
  readonly sqlTool: string;
  readonly ui: string;
}
export function findClusterPrograms(): ClusterPrograms | undefined;
