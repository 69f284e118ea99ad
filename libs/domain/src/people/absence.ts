import type { Instant } from '../instant.ts';

/** Somebody is away, and who stands in for him meanwhile. `until` is the first instant at which he is there again. */
export interface Absence {
  readonly userId: string;
  readonly substituteId?: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Whether somebody is away at an instant. */
export function isAbsent(absences: readonly Absence[], userId: string, at: Instant): boolean {
  return absences.some((absence) => absence.userId === userId && absence.from <= at && at < absence.until);
}

/**
 * Who is there in somebody's place at an instant: his substitute, or where that one is away too, the substitute's own, and so
 * on. Nobody where the chain ends in one who is away or bites its own tail. Nothing waits on an absent person.
 */
export function standInOf(absences: readonly Absence[], userId: string, at: Instant): string | undefined {
  const passed = new Set<string>();
  let next: string | undefined = userId;
  while (next !== undefined && !passed.has(next)) {
    passed.add(next);
    const away: Absence | undefined = absences.find(
      (absence) => absence.userId === next && absence.from <= at && at < absence.until,
    );
    if (!away) return next === userId ? undefined : next;
    next = away.substituteId;
  }
  return undefined;
}
