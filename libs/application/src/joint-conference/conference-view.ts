import {
  casesOnAgenda,
  documentNumberOf,
  seesConferences,
  type Actor,
  type AgendaReason,
  type ConferenceDecision,
  type ConferenceEvent,
  type ConferencePayloads,
  type ConferenceState,
  type ConferenceStatus,
  type Instant,
  type ResolutionWay,
  type TextReference,
} from '@hotline/domain';
import { CaseFileEntity, eventsAfter, findStream, type Conference } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { findCaseInSight, seesAllCases } from '../case/case-sight.ts';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import type { Transaction } from '../use-case/run-use-case.ts';
import { membersById, type CircleMemberView } from './circle.ts';

export interface AgendaItemView {
  readonly itemId: string;
  readonly caseNumber?: string;
  readonly caseTitle?: string;
  readonly reasons: readonly AgendaReason[];
  readonly text?: string;
  readonly memberIds: readonly string[];
  readonly decision?: { readonly decision: ConferenceDecision; readonly text: string; readonly meetingId?: string };
}

/** A session of the joint conference as people see it. */
export interface ConferenceView {
  readonly conferenceId: string;
  readonly month: string;
  readonly revision: number;
  readonly status: ConferenceStatus;
  readonly startsAt: Instant;
  readonly place?: string;
  readonly members: readonly CircleMemberView[];
  /** A unit and a deputy mayor are shown the points without a case, and the cases they see. */
  readonly agenda: readonly AgendaItemView[];
  readonly minutes?: string;
  readonly minutesNumber?: string;
  readonly attendedMemberIds?: readonly string[];
  readonly substitutes?: readonly { readonly memberId: string; readonly person: string; readonly inPlaceOf: string }[];
  /** A unit is shown its own. */
  readonly resolutions: readonly {
    readonly resolutionId: string;
    readonly itemId: string;
    readonly unitId: string;
    readonly way: ResolutionWay;
    readonly text: string;
    readonly dueAt: Instant;
    readonly doneAt?: Instant;
  }[];
  readonly timeline: readonly TimelineEntry[];
}

type Viewing = Pick<Transaction, 'em'> & { readonly actor: Actor };

/** A session as the actor may see it. Whether he may see it at all is asked before. */
export async function conferenceView(viewing: Viewing, row: Conference): Promise<ConferenceView> {
  const { em, actor } = viewing;
  const stream = await findStream(em, row.id);
  if (!stream) throw new AppError('conference.not-found');
  const state = stream.state as ConferenceState;
  const events = (await eventsAfter(em, row.id)) as ConferenceEvent[];
  const held = events.find((event) => event.type === 'ConferenceHeld')?.payload as
    | ConferencePayloads['ConferenceHeld']
    | undefined;
  const words = await wordsOfTexts(em, referencesOf(state, held));
  const members = await membersById(em, state.memberIds);
  const isMember = !actor.unitId || state.unitIds.includes(actor.unitId);
  return {
    conferenceId: row.id,
    month: state.month,
    revision: stream.revision,
    status: state.status,
    startsAt: state.startsAt,
    ...(row.place ? { place: row.place } : {}),
    members: state.memberIds.flatMap((id) => members.get(id) ?? []).map((member) => memberInSight(member, actor)),
    agenda: isMember ? await agendaInSight(viewing, state, words) : [],
    ...(held && isMember ? attendanceOf(held, words) : {}),
    resolutions: Object.values(state.resolutions)
      .filter(({ unitId }) => !actor.unitId || unitId === actor.unitId)
      .map(({ id, text, ...facts }) => ({ resolutionId: id, text: words(text), ...facts })),
    timeline: await timelineOf(
      { em },
      events.flatMap((event) => eventInSight(event, actor, state, isMember)),
    ),
  };
}

function referencesOf(state: ConferenceState, held: ConferencePayloads['ConferenceHeld'] | undefined): TextReference[] {
  return [
    ...Object.values(state.agenda).flatMap(({ text, decision }) => [text ?? [], decision?.text ?? []].flat()),
    ...Object.values(state.resolutions).map(({ text }) => text),
    ...(held ? [held.minutes] : []),
    ...(held?.substitutes ?? []).flatMap(({ person, inPlaceOf }) => [person, inPlaceOf]),
  ];
}

type Words = (reference: { readonly id: string }) => string;

async function agendaInSight(viewing: Viewing, state: ConferenceState, words: Words): Promise<AgendaItemView[]> {
  const numbers = casesOnAgenda(state);
  const seen = new Set<string>();
  for (const number of numbers)
    if (seesAllCases(viewing.actor) || (await findCaseInSight(viewing, number))) seen.add(number);
  const files = await viewing.em.find(
    CaseFileEntity,
    { caseNumber: { $in: [...seen] } },
    { fields: ['caseNumber', 'title'], disableIdentityMap: true },
  );
  const titles = new Map(files.map(({ caseNumber, title }) => [caseNumber, title]));
  return Object.values(state.agenda)
    .filter(({ caseNumber }) => !caseNumber || seen.has(caseNumber))
    .map(({ id, caseNumber, reasons = [], text, memberIds, decision }) => ({
      itemId: id,
      ...(caseNumber ? { caseNumber, caseTitle: titles.get(caseNumber) ?? '' } : {}),
      reasons,
      ...(text ? { text: words(text) } : {}),
      memberIds,
      ...(decision ? { decision: decisionView(decision, words) } : {}),
    }));
}

function decisionView(
  { decision, text, meetingId }: NonNullable<ConferenceState['agenda'][string]['decision']>,
  words: Words,
) {
  return { decision, text: words(text), ...(meetingId ? { meetingId } : {}) };
}

function attendanceOf(
  { minutes, number, attendedMemberIds, substitutes = [] }: ConferencePayloads['ConferenceHeld'],
  words: Words,
) {
  return {
    minutes: words(minutes),
    minutesNumber: documentNumberOf('minutes', number),
    attendedMemberIds,
    substitutes: substitutes.map(({ memberId, person, inPlaceOf }) => ({
      memberId,
      person: words(person),
      inPlaceOf: words(inPlaceOf),
    })),
  };
}

/** How members are reached is for those who see the circle. */
function memberInSight(member: CircleMemberView, actor: Actor): CircleMemberView {
  if (seesConferences(actor)) return member;
  const { contact: _, mail: __, ...shown } = member;
  return shown;
}

/**
 * Whoever does not see all cases is shown what concerns the session as a whole, and a unit its own resolutions. A unit that
 * was not called is not shown the minutes, nor who came.
 */
function eventInSight(
  event: ConferenceEvent,
  actor: Actor,
  { resolutions }: ConferenceState,
  isMember: boolean,
): ConferenceEvent[] {
  if (seesAllCases(actor)) return [event];
  const { effects: _, ladders: __, ...facts } = event.payload;
  const shown = { ...event, payload: facts } as ConferenceEvent;
  switch (shown.type) {
    case 'ConferenceInvited':
    case 'ConferenceRescheduled':
    case 'ConferenceCancelled':
      return [shown];
    case 'ConferenceHeld':
      return isMember ? [{ ...shown, payload: { ...shown.payload, decisions: [], resolutions: [] } }] : [];
    case 'ConferenceResolutionDone':
      return resolutions[shown.payload.resolutionId]?.unitId === actor.unitId ? [shown] : [];
    default:
      return [];
  }
}
