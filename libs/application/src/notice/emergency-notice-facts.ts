import type { EmergencyPayloads, RungActed } from '@hotline/domain';
import type { NoticeFactsByKind } from '@hotline/notifications';
import type { Notice } from '@hotline/persistence';
import { aboutAssignment, aboutCase, assignmentOf, eventOf, nameOfUser, type NoticeSource } from './notice-source.ts';

type Told<Kind extends keyof NoticeFactsByKind> = Omit<NoticeFactsByKind[Kind], keyof NoticeFactsByKind['task-digest']>;

/** Which of a unit's minute terms ran out, and when. */
export function minutesLateFacts(source: NoticeSource, notice: Notice): Told<'minutes-late'> {
  const { acknowledgeBy, dueAt } = assignmentOf(source, notice);
  const about = aboutAssignment(source, notice);
  if (notice.subject.endsWith('/acknowledge')) return { ...about, wait: 'acknowledge', late: acknowledgeBy };
  if (notice.subject.endsWith('/first-report'))
    return { ...about, wait: 'first-report', late: firstReportBy(source, notice) };
  return { ...about, wait: 'due', late: dueAt };
}

/** The first rung of the wait for a report acts when it is due. */
function firstReportBy({ events }: NoticeSource, { subject, createdAt }: Notice): string {
  const missing = events.findLast(
    ({ type, payload }) => type === 'RungActed' && (payload as RungActed).subject === subject && isMissing(payload),
  );
  return missing ? (missing.payload as RungActed).plannedAt : createdAt.toISOString();
}

function isMissing(payload: object): boolean {
  const { rung, overtaken, try: count } = payload as RungActed;
  return count === 1 && (rung === 'missing' || overtaken.includes('missing'));
}

export async function emergencyDeclaredFacts(
  source: NoticeSource,
  notice: Notice,
): Promise<Told<'emergency-declared'>> {
  const event = eventOf(source, notice);
  const declared = event?.payload as EmergencyPayloads['EmergencyDeclared'] | undefined;
  return {
    ...aboutCase(source),
    reason: source.words(declared?.reason),
    declaredBy: (event && (await nameOfUser(source, event.by))) ?? '受理中心',
    ...(notice.unitId ? { unitName: source.unitName(notice.unitId) } : {}),
  };
}

export function urgentReportFacts(source: NoticeSource, notice: Notice): Told<'urgent-report'> {
  const sent = eventOf(source, notice)?.payload as EmergencyPayloads['UrgentReportSent'] | undefined;
  if (!sent) throw new Error(`notice ${notice.key} is about no urgent report`);
  const { reportNumber, happenedAt, nextAt } = sent;
  return {
    ...aboutCase(source),
    serial: reportNumber,
    happenedAt,
    ...(nextAt ? { nextAt } : {}),
    what: source.words(sent.what),
    where: source.words(sent.where),
    casualties: source.words(sent.casualties),
    measures: source.words(sent.measures),
    atScene: source.words(sent.atScene),
  };
}
