import type { Me, Role, RulesChange } from '@hotline/contracts-http';

const WRITERS: ReadonlySet<Role> = new Set(['supervisor', 'director', 'administrator']);
const APPROVERS: ReadonlySet<Role> = new Set(['director', 'administrator']);
const WRITTEN = new Set(['RulesDrafted', 'RulesRevised']);

export const writesRules = (role: Role): boolean => WRITERS.has(role);
export const approvesRules = (role: Role): boolean => APPROVERS.has(role);

/** Whether somebody wrote at a draft: then another must approve it. */
export function wroteAt({ timeline }: Pick<RulesChange, 'timeline'>, { id }: Pick<Me, 'id'>): boolean {
  return timeline.some(({ type, by }) => WRITTEN.has(type) && by === id);
}
