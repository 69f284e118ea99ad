import { typesetOfficialPaper } from '@hotline/documents';
import { AppError } from '../app-error.ts';
import { minutesOfConference } from '../document/minutes-of-conference.ts';
import { fileNameOf } from '../document/paper-of-case.ts';
import type { DocumentFile } from '../knowledge/export-handbook.use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { conferenceSourceOf } from './conference-source.ts';
import { conferenceInSight } from './on-conference.ts';

/**
 * 会议纪要 of a session as a PDF: one paper for all who were called to it, and for the center and the leaders.
 * Errors: conference.not-found, conference.no-minutes before it was held, and for who was not called to it.
 */
export async function downloadConferenceMinutes(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { conferenceId }: { readonly conferenceId: string },
): Promise<DocumentFile> {
  const em = orm.em.fork();
  await conferenceInSight({ em, actor }, conferenceId);
  const source = await conferenceSourceOf(em, conferenceId);
  const isCalled = !actor.unitId || source.state.unitIds.includes(actor.unitId);
  const paper = isCalled ? minutesOfConference(source) : undefined;
  if (!paper) throw new AppError('conference.no-minutes');
  return { name: fileNameOf(paper), content: await typesetOfficialPaper(paper) };
}
