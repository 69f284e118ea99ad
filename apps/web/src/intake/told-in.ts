import type { Values } from '../case-action/action.ts';
import type { Told } from './intake-queries.ts';

const FIELDS = ['title', 'text', 'place', 'categoryId', 'callerPhone'] as const;
const PHONE = /^\+?[0-9][0-9 -]{2,24}$/;

/** What the form of a registration tells of the request so far, as far as it can be looked for. */
export function toldIn(typed: Values): Told {
  const entries = FIELDS.flatMap((field) => {
    const value = typed[field];
    const isTold = typeof value === 'string' && value.trim() !== '' && (field !== 'callerPhone' || PHONE.test(value));
    return isTold ? [[field, value] as const] : [];
  });
  return Object.fromEntries(entries) as Told;
}
