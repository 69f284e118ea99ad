import { isOfCenter, type Actor, type CaseState, type Instant } from '@hotline/domain';
import { AttachmentEntity, type Attachment } from '@hotline/persistence';
import { maySeeCaller } from '../case/case-sight.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A file of a case, as a list shows it. */
export interface AttachmentView {
  readonly attachmentId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Instant;
  /** The unit whose people brought it. */
  readonly unitId?: string;
}

/**
 * A unit sees its own files and those that the case was brought with; nobody outside of the center sees what whoever must
 * stay hidden brought: a picture tells who took it.
 */
export function maySeeAttachment(actor: Actor, state: CaseState, { unitId }: Pick<Attachment, 'unitId'>): boolean {
  if (actor.unitId && unitId) return unitId === actor.unitId;
  return unitId !== null || isOfCenter(actor) || maySeeCaller(actor, state);
}

/** A case's files, as far as the actor may see them, in the order in which they came. */
export async function attachmentsOf(
  { em, actor }: Pick<Transaction, 'em' | 'actor'>,
  state: CaseState,
): Promise<AttachmentView[]> {
  if (!state.attachments) return [];
  const { caseNumber } = state;
  const rows = await em.find(
    AttachmentEntity,
    { caseNumber },
    { orderBy: [{ addedAt: 'asc' }, { id: 'asc' }], disableIdentityMap: true },
  );
  return rows.filter((row) => maySeeAttachment(actor, state, row)).map(attachmentView);
}

function attachmentView({ id, name, mediaType, size, sha256, addedAt, unitId }: Attachment): AttachmentView {
  const facts = { attachmentId: id, name, mediaType, size, sha256, addedAt: addedAt.toISOString() };
  return { ...facts, ...(unitId ? { unitId } : {}) };
}
