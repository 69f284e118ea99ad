import { positionOf, segmentAt, segmentName, type Segment } from './wal-position.ts';

/** A line of time that another one branched off from, and where. Every restore begins a new line. */
export interface Ancestor {
  readonly timeline: number;
  /** The first position that is no longer the ancestor's. */
  readonly until: bigint;
}

/** Reads a PostgreSQL timeline history file: the ancestors of a line, oldest first. */
export function ancestorsOf(history: string): Ancestor[] {
  return history
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [timeline, until] = line.split(/\s+/);
      return { timeline: Number(timeline), until: positionOf(until ?? '') };
    });
}

/** Whether what was written on a line up to a position belongs to the past of another line. */
export function isPast(
  of: { readonly timeline: number; readonly ancestors: readonly Ancestor[] },
  point: { readonly timeline: number; readonly position: bigint },
): boolean {
  if (of.timeline === point.timeline) return true;
  const ancestor = of.ancestors.find(({ timeline }) => timeline === point.timeline);
  return ancestor !== undefined && point.position <= ancestor.until;
}

/** The WAL that a recovery along a line needs, and where it is interrupted. */
export interface WalPath {
  /** Names of the segments to replay, in order. */
  readonly segments: readonly string[];
  /** The first segment that is missing though later ones of the line are there. */
  readonly gap: string | undefined;
}

/**
 * The segments from a position on along a line of time. A segment that two lines share is taken from the younger one,
 * which copied its beginning.
 *
 * @param kept the segments that there are
 */
export function walPath(
  from: bigint,
  line: { readonly timeline: number; readonly ancestors: readonly Ancestor[] },
  kept: readonly Segment[],
): WalPath {
  const bearers = bearersOf(line);
  const names = new Set(kept.map(segmentName));
  const first = segmentAt(from);
  const bears = (segment: Segment): boolean =>
    bearers.some((one) => one.timeline === segment.timeline && one.from <= segment.number && segment.number <= one.to);
  let last = first - 1n;
  for (const segment of kept) if (bears(segment) && segment.number > last) last = segment.number;
  const segments: string[] = [];
  let gap: string | undefined;
  for (let number = first; number <= last && gap === undefined; number++) {
    const candidates = bearers.filter((one) => one.from <= number && number <= one.to);
    const found = candidates.map(({ timeline }) => segmentName({ timeline, number })).find((name) => names.has(name));
    if (found === undefined) gap = segmentName({ timeline: candidates[0]?.timeline ?? line.timeline, number });
    else segments.push(found);
  }
  return { segments, gap };
}

/** Which line may bear which segments, youngest first. */
function bearersOf({
  timeline,
  ancestors,
}: {
  readonly timeline: number;
  readonly ancestors: readonly Ancestor[];
}): { timeline: number; from: bigint; to: bigint }[] {
  const bearers: { timeline: number; from: bigint; to: bigint }[] = [];
  let from = 0n;
  for (const ancestor of ancestors) {
    const to = segmentAt(ancestor.until);
    bearers.unshift({ timeline: ancestor.timeline, from, to });
    from = to;
  }
  bearers.unshift({ timeline, from, to: 1n << 62n });
  return bearers;
}
