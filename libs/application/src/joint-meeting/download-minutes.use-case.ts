import { typesetOfficialPaper } from '@hotline/documents';
import { MeetingEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { minutesOfMeeting } from '../document/minutes-of-meeting.ts';
import { fileNameOf } from '../document/paper-of-case.ts';
import type { DocumentFile } from '../knowledge/export-handbook.use-case.ts';
import { ledgerSourceOf } from '../notice/notice-source.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeMeeting } from './meeting-sight.ts';

/** 会议纪要 as a PDF, for whoever sees the meeting. Errors: meeting.not-found, meeting.no-minutes before it was held. */
export async function downloadMinutes(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { meetingId }: { readonly meetingId: string },
): Promise<DocumentFile> {
  const em = orm.em.fork();
  const row = await em.findOne(MeetingEntity, { id: meetingId }, { disableIdentityMap: true });
  if (!row || !(await maySeeMeeting({ em, actor }, row))) throw new AppError('meeting.not-found');
  const paper = minutesOfMeeting(await ledgerSourceOf(em, meetingId), row.place ?? null);
  if (!paper) throw new AppError('meeting.no-minutes');
  return { name: fileNameOf(paper), content: await typesetOfficialPaper(paper) };
}
