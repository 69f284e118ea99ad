import { hidesCaller } from '@hotline/domain';
import { AttachmentEntity, contentOf } from '@hotline/persistence';
import { noteAccess } from '../access/note-access.ts';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';
import { maySeeAttachment } from './attachment-sight.ts';

/** A file as it is handed out. */
export interface AttachmentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Hands out a file of a case. What whoever must stay hidden brought is looked at on the record. Errors: case.not-found,
 * attachment.not-found, also for what is not the actor's to see.
 */
export function getAttachment(
  context: UseCaseContext,
  { caseNumber, attachmentId }: { readonly caseNumber: string; readonly attachmentId: string },
): Promise<AttachmentFile> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, actor } = transaction;
    const found = await findCaseInSight(transaction, caseNumber);
    if (!found) throw new AppError('case.not-found');
    const file = await em.findOne(AttachmentEntity, { id: attachmentId, caseNumber }, { disableIdentityMap: true });
    if (!file || !maySeeAttachment(actor, found.state, file)) throw new AppError('attachment.not-found');
    const bytes = await contentOf(em, file.sha256);
    if (!bytes) throw new Error(`the bytes of attachment ${attachmentId} are gone`);
    if (hidesCaller(found.state)) await noteAccess(transaction, [caseNumber], `attachment ${attachmentId}`);
    return { name: file.name, bytes };
  });
}
