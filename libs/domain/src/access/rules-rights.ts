import type { RulesChangeCommandType } from '../rules-change/rules-change-event.ts';
import { isOfCenter, type Actor } from './actor.ts';

/** Who keeps the rules of the house: the director, and who administers it. One writes, another approves. */
const KEEPERS: readonly Actor['role'][] = ['director', 'administrator'];

const RIGHTS: Readonly<Record<RulesChangeCommandType, readonly Actor['role'][]>> = {
  draft: [...KEEPERS, 'supervisor'],
  revise: [...KEEPERS, 'supervisor'],
  preview: [...KEEPERS, 'supervisor'],
  rehearse: [...KEEPERS, 'supervisor'],
  'cancel-run': [...KEEPERS, 'supervisor'],
  approve: KEEPERS,
  withdraw: [...KEEPERS, 'supervisor'],
  act: ['machine'],
};

/** Whether a role lets a person do this to a change of the rules. */
export function mayDoRules({ role }: Actor, type: RulesChangeCommandType): boolean {
  return RIGHTS[type].includes(role);
}

/** Drafts, previews and rehearsals are the center's to see, the leaders' and the administrators'. */
export function maySeeRules(actor: Actor): boolean {
  return isOfCenter(actor) || ['mayor', 'deputy-mayor', 'administrator', 'machine'].includes(actor.role);
}
