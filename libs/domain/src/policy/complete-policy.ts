import { DEFAULT_POLICY } from './default-policy.ts';
import { isTerm } from './policy-problems.ts';
import type { Policy } from './policy.ts';

/** What is as it is written: how time passes has two forms, and a version without law's terms, or that tells nobody, means it so. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['pace', 'statutoryTerms', 'citizenNotices']);

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isTerm(value);

/**
 * A policy as it lies in the database, with what it lacks taken from the default of the code. A version never changes (ADR 0009),
 * so one that was written before the city waited for something names neither its term nor its ladder; yet cases bound to it
 * meet that wait today. What it says stays as it says it: lists and terms are taken whole, and no ladder gets a rung. What it
 * leaves out on purpose stays out. Every stored policy is read through here.
 */
export function completePolicy<Stored extends Omit<Policy, 'version'>>(stored: Stored): Stored {
  const { version: _, ...defaults } = DEFAULT_POLICY;
  const owed = Object.entries(defaults).filter(([name]) => !AS_WRITTEN.has(name));
  return completed(stored, Object.fromEntries(owed)) as Stored;
}

function completed(stored: unknown, example: unknown): unknown {
  if (stored === undefined) return example;
  if (!isMembers(stored) || !isMembers(example)) return stored;
  const known = Object.entries(example).map(([name, one]) => [name, completed(stored[name], one)] as const);
  return { ...stored, ...Object.fromEntries(known) };
}
