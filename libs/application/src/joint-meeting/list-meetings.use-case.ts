import { TRAINING_SERIES } from '@hotline/domain';
import { MeetingEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { CASES_OF_DEPUTY_MAYOR, seesAllCases } from '../case/case-sight.ts';
import { maySeeMeeting } from './meeting-sight.ts';
import { meetingView, meetingViews, type MeetingView } from './meeting-view.ts';

/** The meetings that the actor may see, but for those of trainings, newest first. Keyset: `after` is the last meeting's id. */
export async function listMeetings(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly status?: 'convened' | 'held' | 'cancelled' },
): Promise<Page<MeetingView>> {
  const em = context.orm.em.fork();
  const { actor } = context;
  const where = ['m.id < ?'];
  const values: string[] = [TRAINING_SERIES];
  const only = (sql: string, ...bound: string[]): void => {
    where.push(sql);
    values.push(...bound);
  };
  if (input.status) only('m.status = ?', input.status);
  if (input.after) only('m.id < ?', input.after);
  if (actor.unitId) only('m.unit_ids @> ?::jsonb', JSON.stringify([actor.unitId]));
  else if (!seesAllCases(actor)) only(`m.case_number in (${CASES_OF_DEPUTY_MAYOR})`, actor.userId, actor.userId);
  const found = await em.execute<{ id: string }[]>(
    `select m.id from meeting m where ${where.join(' and ')} order by m.id desc limit ?`,
    [...values, input.limit + 1],
  );
  const rows = await em.find(
    MeetingEntity,
    { id: { $in: found.map(({ id }) => id) } },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  const page = pageOf(rows, input.limit, ({ id }) => id);
  return { ...page, items: await meetingViews({ em, actor }, page.items) };
}

/** One meeting. Errors: meeting.not-found, also for what is not his. */
export async function getMeeting(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: { readonly meetingId: string },
): Promise<MeetingView> {
  const em = context.orm.em.fork();
  const { actor } = context;
  const row = await em.findOne(MeetingEntity, { id: input.meetingId }, { disableIdentityMap: true });
  if (!row || !(await maySeeMeeting({ em, actor }, row))) throw new AppError('meeting.not-found');
  return meetingView({ em, actor }, row);
}
