import {
  documentNumberOf,
  type CasePayloads,
  type CaseState,
  type CaseDocumentKind,
  type DocumentState,
} from '@hotline/domain';
import type { NoticeFactsByKind, OnSiteFacts } from '@hotline/notifications';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { eventOf, nameOfUser, type LedgerSource, type NoticeSource } from './notice-source.ts';

const PAPERS: Readonly<Record<string, CaseDocumentKind>> = {
  'urging-notice': 'urging-notice',
  'supervision-notice': 'supervision-notice',
  talk: 'talk-notice',
  'public-criticism': 'public-criticism',
};

/** The paper that a notice brings: the one of its kind that was issued with the notice's event. */
export function paperOfNotice(
  { events, caseState }: Pick<LedgerSource, 'events' | 'caseState'>,
  { kind, subject, eventNumber }: Pick<Notice, 'kind' | 'subject' | 'eventNumber'>,
): DocumentState | undefined {
  const assignmentId = subject.split('/')[0];
  const issued = events.find(({ type, number, payload }) => {
    if (type !== 'DocumentIssued' || number <= (eventNumber ?? 0)) return false;
    const facts = payload as CasePayloads['DocumentIssued'];
    return facts.kind === PAPERS[kind] && facts.assignmentId === assignmentId;
  });
  return issued && caseState.documents[(issued.payload as CasePayloads['DocumentIssued']).documentId];
}

/** 文号 and slip of the paper that a notice brings. */
export function numberedFacts(source: NoticeSource, notice: Notice): { documentNumber?: string; answerBy?: string } {
  const paper = paperOfNotice(source, notice);
  if (!paper) return {};
  const { kind, number, answerBy } = paper;
  return { documentNumber: documentNumberOf(kind, number), ...(answerBy ? { answerBy } : {}) };
}

/** The paper whose slip did not come. */
export function missingSlipFacts({ caseState }: NoticeSource, { subject, createdAt }: Notice) {
  const assignmentId = subject.split('/')[0];
  const paper = Object.values(caseState.documents).findLast(
    (one) => one.assignmentId === assignmentId && one.answerBy && one.answerBy <= createdAt.toISOString(),
  );
  if (!paper) return {};
  const { kind, number, answerBy } = paper;
  return { documentNumber: documentNumberOf(kind, number), ...(answerBy ? { answerBy } : {}) };
}

/** 现场办公 as it was arranged or called off by the notice's event; nothing while it is only to come. */
export async function onSiteFacts(source: NoticeSource, notice: Notice): Promise<{ session?: OnSiteFacts }> {
  const event = eventOf(source, notice);
  if (event?.type !== 'OnSiteSessionPlanned' && event?.type !== 'OnSiteSessionCancelled') return {};
  const { assignmentId } = event.payload as { assignmentId: string };
  const planned = source.events.findLast(
    ({ type, number, payload }) =>
      type === 'OnSiteSessionPlanned' &&
      number <= event.number &&
      (payload as CasePayloads['OnSiteSessionPlanned']).assignmentId === assignmentId,
  );
  if (!planned) return {};
  const { session, startsAt, sequence, place, party, car } = planned.payload as CasePayloads['OnSiteSessionPlanned'];
  const cancelled =
    event.type === 'OnSiteSessionCancelled'
      ? source.words((event.payload as CasePayloads['OnSiteSessionCancelled']).text)
      : undefined;
  const told = await source.em.find(
    NoticeEntity,
    { stream: notice.stream, eventNumber: event.number },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  return {
    session: {
      meeting: {
        meetingId: `${source.caseNumber}-${assignmentId}-on-site-${session}`,
        startsAt,
        place: source.words(place),
        sequence: cancelled === undefined ? sequence : sequence + 1,
        organiser: source.organiser,
        attendees: told.map(({ recipientName: name, address }) => ({ name, ...(address ? { address } : {}) })),
      },
      party: source.words(party),
      ...(car ? { car: source.words(car) } : {}),
      ...(cancelled === undefined ? {} : { cancelled }),
    },
  };
}

/** 领导督办: who asked what, until when he is to be answered. */
export async function questionFacts(source: NoticeSource, notice: Notice) {
  const { question, asked } = questionOf(source, notice);
  const leaderName = await nameOfUser(source, question.leaderId);
  return {
    caseNumber: source.caseNumber,
    title: source.title,
    ...(leaderName ? { leaderName } : {}),
    text: source.words(asked?.text),
    due: question.answerBy,
  } satisfies Partial<NoticeFactsByKind['leader-question']>;
}

export async function leaderAnswerFacts(source: NoticeSource, notice: Notice) {
  const { due: _, ...about } = await questionFacts(source, notice);
  const answered = eventOf(source, notice)?.payload as Partial<CasePayloads['LeaderAnswered']> | undefined;
  return { ...about, answer: source.words(answered?.text) };
}

function questionOf(source: NoticeSource, notice: Notice) {
  const id = notice.subject.replace('question/', '');
  const question: CaseState['questions'][string] | undefined = source.caseState.questions[id];
  if (!question) throw new Error(`notice ${notice.key} is about no question`);
  const asked = source.events.find(
    ({ type, payload }) => type === 'LeaderAsked' && (payload as CasePayloads['LeaderAsked']).questionId === id,
  )?.payload as CasePayloads['LeaderAsked'] | undefined;
  return { question, asked };
}
