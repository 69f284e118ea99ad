import type { ListCasesInput } from '@hotline/application';
import type { Actor } from '@hotline/domain';
import { askDatabase } from '../../measuring/database-counters.ts';

/** A list as a desk asks for it. */
export interface DeskList {
  readonly name: string;
  readonly by: Actor;
  readonly input: Omit<ListCasesInput, 'limit' | 'after'>;
}

const OPERATOR: Actor = { userId: 'operator1', role: 'operator' };
const HANDLER: Actor = { userId: 'shuiwu', role: 'unit-handler', unitId: 'shuiwu' };
const IDLE_HANDLER: Actor = { userId: 'jiaoyu', role: 'unit-handler', unitId: 'jiaoyu' };
const DEPUTY: Actor = { userId: 'deputy-construction', role: 'deputy-mayor' };
/** Nobody in his charge has a case. */
const IDLE_DEPUTY: Actor = { userId: 'deputy-safety', role: 'deputy-mayor' };

/** What the desks of the web ask for, their filters and their search, and what is rare or not there at all. */
export const DESK_LISTS: readonly DeskList[] = [
  { name: 'all, newest', by: OPERATOR, input: {} },
  { name: 'all, oldest', by: OPERATOR, input: { sort: 'oldest' } },
  { name: 'all, by due', by: OPERATOR, input: { sort: 'due' } },
  { name: 'open, by due', by: OPERATOR, input: { stage: 'assigned', sort: 'due' } },
  { name: 'a stage nobody is in', by: OPERATOR, input: { stage: 'second-look' } },
  { name: 'overdue', by: OPERATOR, input: { overdue: true } },
  { name: 'urgent', by: OPERATOR, input: { urgency: 'urgent' } },
  { name: 'urgent complaints, none', by: OPERATOR, input: { urgency: 'urgent', kind: 'complaint' } },
  { name: 'emergencies, none', by: OPERATOR, input: { urgency: 'emergency' } },
  { name: 'of a unit', by: OPERATOR, input: { unitId: 'shuiwu' } },
  { name: 'of a unit without cases', by: OPERATOR, input: { unitId: 'jiaoyu' } },
  { name: 'search, two characters', by: OPERATOR, input: { q: '停水' } },
  { name: 'search, a phrase', by: OPERATOR, input: { q: '下水道堵塞' } },
  { name: 'search, two characters nobody said', by: OPERATOR, input: { q: '独特' } },
  { name: 'search, words nobody said', by: OPERATOR, input: { q: '不存在的词' } },
  { name: "a unit's own, newest", by: HANDLER, input: {} },
  { name: "a unit's own, by due", by: HANDLER, input: { sort: 'due' } },
  { name: "a unit's desk", by: HANDLER, input: { stage: 'assigned', sort: 'due' } },
  { name: "a unit's search", by: HANDLER, input: { q: '停水两天' } },
  { name: 'of a unit new here', by: IDLE_HANDLER, input: {} },
  { name: "a deputy mayor's", by: DEPUTY, input: {} },
  { name: "a deputy mayor's, by due", by: DEPUTY, input: { sort: 'due' } },
  { name: "a deputy mayor's without cases", by: IDLE_DEPUTY, input: {} },
];

/** Lists that are long enough to be turned over for days. */
const LONG = new Set([
  'all, newest',
  'all, oldest',
  'all, by due',
  'urgent',
  'of a unit',
  'search, two characters',
  'search, a phrase',
  "a unit's own, newest",
  "a unit's own, by due",
  "a deputy mayor's",
  "a deputy mayor's, by due",
]);
export const DEEP_LISTS: readonly DeskList[] = DESK_LISTS.filter(({ name }) => LONG.has(name));

/** The cursor of the page that begins in the middle of the ledger. */
export async function cursorInTheMiddle(databaseUrl: string, { input }: DeskList): Promise<string> {
  const [row] = await askDatabase<{ number: string }>(
    databaseUrl,
    `select case_number as number from case_file where stage = 'closed' order by case_number
     offset (select count(*) / 2 from case_file where stage = 'closed') limit 1`,
  );
  return Buffer.from(JSON.stringify([input.sort ?? 'newest', row?.number, 'infinity'])).toString('base64url');
}
