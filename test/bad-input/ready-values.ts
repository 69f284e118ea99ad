import { DEFAULT_POLICY } from '@hotline/domain';

const DAY = 86_400_000;

/** A policy that can be put in force, but for its version. */
const { version: _, ...DRAFT } = DEFAULT_POLICY;
export const POLICY = DRAFT;

/** An instant so many days from now. */
export function inDays(count: number): string {
  return new Date(Date.now() + count * DAY).toISOString();
}
