import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** Going through a list by keyset: `after` stands in the address, the way back in the browser's history entry. */
export interface Paging {
  readonly after: string | undefined;
  readonly forward: (next: string) => void;
  /** To the page before; undefined on the first. */
  readonly backward: (() => void) | undefined;
}

export function usePaging(): Paging {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const after = search.get('after') ?? undefined;
  const before = wayBack(location.state);

  const go = (to: string | undefined, way: readonly string[]): void => {
    const params = new URLSearchParams(search);
    if (to) params.set('after', to);
    else params.delete('after');
    void navigate({ search: params.toString() }, { state: { before: way } });
    window.scrollTo({ top: 0 });
  };
  return {
    after,
    forward: (next) => go(next, [...before, after ?? '']),
    backward: after === undefined ? undefined : () => go(before.at(-1) || undefined, before.slice(0, -1)),
  };
}

function wayBack(state: unknown): readonly string[] {
  const before = typeof state === 'object' && state !== null && 'before' in state ? state.before : undefined;
  return Array.isArray(before) ? before.filter((cursor) => typeof cursor === 'string') : [];
}
