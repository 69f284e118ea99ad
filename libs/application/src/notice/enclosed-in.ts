import type { CaseState } from '@hotline/domain';
import type { NoticeMessage } from '@hotline/notifications';
import { findStream, type Notice } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { faxSheetOf } from '../fax/fax-sheet.ts';
import type { NoticeTeller } from './notice-teller.ts';

/** A mail that is more than its words. */
export interface Enclosed {
  /** In place of the words' own: what a machine on the other side reads. */
  readonly subject?: string;
  readonly files: NonNullable<NoticeMessage['files']>;
}

/** What goes with a notice beside its words; nothing with most. Errors: stream.not-found. */
export async function enclosedIn(
  teller: NoticeTeller,
  notice: Notice,
  publicUrl: string,
): Promise<Enclosed | undefined> {
  if (notice.kind !== 'fax-sheet') {
    const files = await teller.filesOf(notice);
    return files.length > 0 ? { files } : undefined;
  }
  const state = (await findStream(teller.em, notice.stream))?.state as CaseState | undefined;
  const assignment = state?.assignments[notice.subject.split('/')[0] ?? ''];
  if (!state || !assignment) throw new AppError('stream.not-found');
  const content = await faxSheetOf(teller.em, publicUrl, { state, assignment });
  // The gateway tells by the subject which sheet it reports on; the unit's machine does not print it.
  return { subject: `FAX ${notice.id}`, files: [{ name: 'fax-sheet.pdf', type: 'application/pdf', content }] };
}
