export function cacheFolder(): string;
export function programFolder(): string;
export function commandOnPath(name: string): string | undefined;
export function findTemporalCli(): string | undefined;
export function findTimeSkippingServer(): string | undefined;
