/** Who a request came from; without a number each is somebody else. */
interface Caller {
  readonly phoneKey?: string | null;
}

/** How many callers a request and those like it have: one who calls five times is one. */
export function gatheredWith(request: Caller, alike: readonly Caller[]): number {
  const all = [request, ...alike].map(({ phoneKey }) => phoneKey ?? undefined);
  return new Set(all.filter((key) => key !== undefined)).size + all.filter((key) => key === undefined).length;
}
