import { randomUUID } from 'node:crypto';
import { AttachmentEntity, insertRows, keepContent, sha256OfBytes } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, type LockedCase } from '../case/change-case.ts';
import type { Changed } from '../ledger/change-stream.ts';
import type { CaseState } from '@hotline/domain';
import type { Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import { mediaTypeOf } from './media-type.ts';

/** The greatest file, in bytes, and how many a case may have, and how much they may be together. */
export const ATTACHMENT_LIMITS = { bytes: 10 * 1024 * 1024, files: 30, bytesOfCase: 100 * 1024 * 1024 } as const;

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that may be kept, as its content says. */
export interface CheckedFile extends NewFile {
  readonly mediaType: string;
}

/**
 * Judges a file by its content. Errors: attachment.empty, attachment.too-large, attachment.type-not-allowed,
 * text.not-storable.
 */
export async function checkedFile(file: NewFile): Promise<CheckedFile> {
  ensureStorable(file.name);
  if (file.bytes.byteLength === 0) throw new AppError('attachment.empty');
  if (file.bytes.byteLength > ATTACHMENT_LIMITS.bytes) throw new AppError('attachment.too-large');
  const mediaType = await mediaTypeOf(file.bytes);
  if (!mediaType) throw new AppError('attachment.type-not-allowed');
  return { ...file, mediaType };
}

/** Adds a file to a locked case: the event names it, the tables hold it. Errors: attachment.too-many. */
export async function attachTo(
  transaction: Transaction,
  locked: LockedCase,
  { name, bytes, mediaType }: CheckedFile,
): Promise<Changed<CaseState>> {
  const { em, actor } = transaction;
  const { caseNumber } = locked.state;
  await ensureRoom(transaction, caseNumber, bytes.byteLength);
  const [id, sha256] = [randomUUID(), sha256OfBytes(bytes)];
  const changed = await changeCase(transaction, locked, { type: 'attach', attachmentId: id, sha256 });
  await keepContent(em, sha256, bytes);
  const facts = { id, caseNumber, sha256, name, mediaType, size: bytes.byteLength };
  await insertRows(em, AttachmentEntity, [
    { ...facts, unitId: actor.unitId ?? null, addedAt: new Date(transaction.now) },
  ]);
  return changed;
}

async function ensureRoom({ em }: Transaction, caseNumber: string, more: number): Promise<void> {
  const [row] = await em.execute<{ files: number; bytes: string }[]>(
    'select count(*)::int as files, coalesce(sum(size), 0) as bytes from attachment where case_number = ?',
    [caseNumber],
  );
  const { files = 0, bytes = '0' } = row ?? {};
  if (files >= ATTACHMENT_LIMITS.files || Number(bytes) + more > ATTACHMENT_LIMITS.bytesOfCase)
    throw new AppError('attachment.too-many');
}
