import { randomUUID } from 'node:crypto';
import {
  hidesCaller,
  mobileOf,
  type CaseState,
  type CitizenNotice,
  type Effect,
  type EventEnvelope,
} from '@hotline/domain';
import { citizenMail, citizenSms, type CitizenFacts } from '@hotline/notifications';
import { insertRows, NoticeEntity, type Notice } from '@hotline/persistence';
import { effectsOf } from '../effect/effects-of.ts';
import { callersOf, type CaseCaller } from '../intake/callers-of.ts';
import { namesOfUnits, type NameOf } from '../organisation/names.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A short message that an event asks for. */
interface Telling {
  readonly key: string;
  readonly kind: CitizenNotice;
  readonly event: EventEnvelope;
  readonly effect: Effect;
}

/** Nobody need have left his name. */
const SOMEBODY = '来电人';

/**
 * Writes what events ask citizens to be told: an SMS for each caller who left a mobile number, a mail for each who wrote
 * one, merged cases' callers included, each under his own case's number. The words are kept in the row, as they are sent.
 */
export async function tellCallers(
  transaction: Pick<Transaction, 'em' | 'now'>,
  state: CaseState,
  events: readonly EventEnvelope[],
): Promise<void> {
  const tellings = events.flatMap(tellingsOf);
  if (tellings.length === 0) return;
  const { em, now } = transaction;
  const { caseNumber } = state;
  const told = [
    ...reachedByPhone((await callersOf(em, [caseNumber])).get(caseNumber) ?? []),
    ...(await reachedByMail(em, caseNumber)),
  ];
  const units = await namesOfUnits(
    em,
    Object.values(state.assignments).map(({ unitId }) => unitId),
  );
  const notices = tellings.flatMap((telling) =>
    told.map(({ suffix, name, address, channel, own }) => ({
      id: randomUUID(),
      key: `${telling.key}:${suffix}`,
      kind: telling.kind,
      stream: caseNumber,
      eventNumber: telling.event.number,
      subject: telling.effect.subject,
      recipientName: name,
      address,
      channel,
      words: (channel === 'sms' ? citizenSms : citizenMail)(factsOf(state, telling, own, units)),
      dueAt: telling.effect.due ? new Date(telling.effect.due) : null,
      createdAt: new Date(now),
      mail: 'pending' as const,
      mailAttempts: 0,
    })),
  );
  await insertRows(em, NoticeEntity, notices);
}

function tellingsOf(event: EventEnvelope): Telling[] {
  return effectsOf(event)
    .filter(({ sort }) => sort === 'tell')
    .map(({ key, what, effect }) => ({ key, kind: what as CitizenNotice, event, effect }));
}

/** Somebody who is told, by which way, and under which number. */
interface Told {
  /** What tells his notice from another's of the same event. */
  readonly suffix: string;
  readonly name: string;
  readonly address: string;
  readonly channel: Notice['channel'];
  readonly own: string;
}

/** Each mobile number once. */
function reachedByPhone(callers: readonly CaseCaller[]): Told[] {
  const told = new Map<string, Told>();
  for (const { caseNumber: own, call, name = SOMEBODY, phone } of callers) {
    const address = mobileOf(phone);
    if (address !== undefined && !told.has(address))
      told.set(address, { suffix: `${own}-${call}`, name, address, channel: 'sms', own });
  }
  return [...told.values()];
}

const WRITERS = `
  with recursive family (case_number) as (
    select ? union select f.case_number from family join case_file f on f.merged_into = family.case_number)
  select distinct on (caller_mail) case_number, caller_name, caller_mail from family join case_file using (case_number)
  where caller_mail is not null order by caller_mail, case_number`;

/** Each mail address once. */
async function reachedByMail(em: Transaction['em'], caseNumber: string): Promise<Told[]> {
  const rows = await em.execute<{ case_number: string; caller_name: string | null; caller_mail: string }[]>(WRITERS, [
    caseNumber,
  ]);
  return rows.map(({ case_number: own, caller_name: name, caller_mail: address }) => ({
    suffix: `${own}-mail`,
    name: name ?? SOMEBODY,
    address,
    channel: 'mail',
    own,
  }));
}

function factsOf(state: CaseState, { kind, event, effect }: Telling, caseNumber: string, units: NameOf): CitizenFacts {
  const lead = Object.values(state.assignments).findLast(
    ({ role, status }) => role === 'lead' && status !== 'withdrawn',
  );
  const unitName = lead && units(lead.unitId);
  return {
    kind,
    caseNumber,
    saysNothing: hidesCaller(state),
    ended: event.type === 'CaseDeclined' ? 'declined' : event.type === 'AnsweredDirectly' ? 'answered' : 'closed',
    ...(unitName ? { unitName } : {}),
    ...(effect.due ? { due: effect.due } : {}),
    ...(state.outcome ? { outcome: state.outcome } : {}),
  };
}
