import { randomUUID } from 'node:crypto';
import type { CitizenNotice, NoticeKind } from '@hotline/domain';
import { TaskEntity } from '@hotline/persistence';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A mail that its server refused for good. */
export interface RefusedAddress {
  /** The mail's own key: one task for each, however often it is refused. */
  readonly key: string;
  readonly stream: string;
  readonly kind: NoticeKind | CitizenNotice;
  readonly recipient: string;
  readonly address: string;
  readonly reason: string;
  readonly unitId?: string;
}

/** Gives the administrators an address to mend. */
export async function writeRefusedAddress({ em, now }: Transaction, refused: RefusedAddress): Promise<void> {
  const { key, stream, kind, recipient, address, reason, unitId } = refused;
  await em.upsert(
    TaskEntity,
    {
      id: randomUUID(),
      key: `refused:${key}`,
      kind: 'refused-address',
      queue: 'administration',
      stream,
      subject: `refused/${key}`,
      unitId: unitId ?? null,
      detail: { recipient, address, notice: kind, reason },
      status: 'open',
      createdAt: new Date(now),
    },
    { onConflictFields: ['key'], onConflictAction: 'ignore', disableIdentityMap: true },
  );
}
