import { MeetingEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { casesOfDeputyMayor, seesAllCases } from '../case/case-sight.ts';
import { maySeeMeeting } from './meeting-sight.ts';
import { meetingView, meetingViews, type MeetingView } from './meeting-view.ts';

/** The meetings that the actor may see, newest first. Keyset: `after` is the last meeting's id. */
export async function listMeetings(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: PageInput & { readonly status?: 'convened' | 'held' | 'cancelled' },
): Promise<Page<MeetingView>> {
  const em = context.orm.em.fork();
  const { actor } = context;
  const where = {
    ...(input.status ? { status: input.status } : {}),
    ...(input.after ? { id: { $lt: input.after } } : {}),
    ...(actor.unitId ? { unitIds: { $contains: [actor.unitId] } } : {}),
    ...(actor.unitId || seesAllCases(actor) ? {} : { caseNumber: { $in: await casesOfDeputyMayor(em, actor) } }),
  };
  const rows = await em.find(MeetingEntity, where as object, {
    orderBy: { id: 'desc' },
    limit: input.limit + 1,
    disableIdentityMap: true,
  });
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
