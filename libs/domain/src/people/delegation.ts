import type { Instant } from '../instant.ts';

/** 主任授权: what of the director's powers may be given to another for a time. */
export const POWERS = [
  'set-terms',
  'decide-proposals',
  'rule-disputes',
  'grant-extensions',
  'publish-criticism',
] as const;
export type Power = (typeof POWERS)[number];

/** The director's powers in another's hands. `until` is the first instant at which they are not any more. */
export interface Delegation {
  readonly toUserId: string;
  readonly powers: readonly Power[];
  readonly from: Instant;
  readonly until: Instant;
}

/** Which powers somebody holds at an instant by delegation. */
export function powersAt(delegations: readonly Delegation[], userId: string, at: Instant): Power[] {
  const held = delegations.filter(({ toUserId, from, until }) => toUserId === userId && from <= at && at < until);
  return POWERS.filter((power) => held.some(({ powers }) => powers.includes(power)));
}
