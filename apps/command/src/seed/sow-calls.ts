import type { MikroORM } from '@mikro-orm/postgresql';
import {
  acknowledgeAssignment,
  answerDirectly,
  assignCase,
  conveneMeeting,
  databaseClock,
  declineCase,
  draftReport,
  recordCallback,
  registerCase,
  reportInterim,
  reviewFeedback,
  rulesInForce,
  submitFeedback,
  type CaseView,
  type UseCaseContext,
} from '@hotline/application';
import type { ArticleCitation } from '@hotline/domain';
import { contextOf } from './acting.ts';
import { EVERYDAY_CALLS } from './everyday-calls.ts';
import { FAMOUS_CALLS } from './famous-calls.ts';
import type { Course, UnitCourse } from './sample-call.ts';

type Acting = (username: string) => UseCaseContext;

/**
 * Registers the sample calls through the use cases, each by the people who would do it, and takes it as far as its
 * course says; answers are taken from the articles that were sown. Answers the case numbers.
 */
export async function sowCalls(
  orm: MikroORM,
  articles: ReadonlyMap<string, ArticleCitation> = new Map(),
): Promise<string[]> {
  const acting: Acting = (username) => contextOf(orm, username);
  const calls = [...FAMOUS_CALLS, ...EVERYDAY_CALLS];
  const numbers: string[] = [];
  for (const [index, { course, ...request }] of calls.entries()) {
    const operator = `operator${(index % 3) + 1}`;
    const { caseNumber } = await registerCase(acting(operator), { channel: 'phone-12345', ...request });
    if (course.kind === 'answered') {
      const citation = articles.get(course.article ?? '');
      await answerDirectly(acting(operator), { caseNumber, text: course.text, articles: citation ? [citation] : [] });
    } else await follow(acting, operator, caseNumber, course);
    numbers.push(caseNumber);
  }
  return numbers;
}

async function follow(acting: Acting, operator: string, caseNumber: string, course: Course): Promise<void> {
  if (course.kind === 'declined') {
    const { reason, text } = course;
    await declineCase(acting(operator), { caseNumber, reason, text });
  } else if (course.kind === 'assigned') await assigned(acting, caseNumber, course);
}

async function assigned(
  acting: Acting,
  caseNumber: string,
  course: Extract<Course, { kind: 'assigned' }>,
): Promise<void> {
  const { quality, feedback, accepted, callback, meeting, report } = course;
  const center = acting('supervisor2');
  const units = course.units.map(({ unitId, role }) => ({ unitId, role }));
  const view = await assignCase(center, { caseNumber, units, quality, feedback });
  for (const unit of course.units) await handle(acting(unit.unitId), view, unit);
  if (meeting) {
    const { time } = await rulesInForce(center.orm.em.fork());
    const startsAt = time.add(await databaseClock.now(center.orm.em.fork()), { workingDays: meeting.inWorkingDays }).at;
    await conveneMeeting(center, {
      caseNumber,
      unitIds: units.map(({ unitId }) => unitId),
      startsAt,
      place: meeting.place,
    });
  }
  if (report) await draftReport(acting('supervisor1'), { caseNumber, ...report });
  if (accepted)
    for (const { id } of view.assignments) await reviewFeedback(center, { caseNumber, assignmentId: id, accepted });
  if (callback)
    await recordCallback(acting('supervisor3'), { caseNumber, result: 'reached', contactedByUnit: true, ...callback });
}

async function handle(
  context: UseCaseContext,
  { caseNumber, registeredAt, assignments }: CaseView,
  unit: UnitCourse,
): Promise<void> {
  const { interim, feedback } = unit;
  const assignmentId = assignments.find(({ unitId }) => unitId === unit.unitId)?.id ?? '';
  if (unit.acknowledged) await acknowledgeAssignment(context, { caseNumber, assignmentId });
  if (interim) await reportInterim(context, { caseNumber, assignmentId, text: interim });
  if (feedback)
    await submitFeedback(context, {
      caseNumber,
      assignmentId,
      ...feedback,
      contactedAt: registeredAt,
      contactMethod: 'phone',
    });
}
