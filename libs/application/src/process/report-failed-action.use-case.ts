import { randomUUID } from 'node:crypto';
import { TaskEntity } from '@hotline/persistence';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** What the machine finally could not do becomes a person's task; once for each stream and key. */
export function reportFailedAction(
  context: UseCaseContext,
  input: { readonly stream: string; readonly key: string; readonly code: string },
): Promise<{ readonly reported: true }> {
  return runUseCase(context, async ({ em, now }) => {
    const { stream, key, code } = input;
    await em.upsert(
      TaskEntity,
      {
        id: randomUUID(),
        key: `failed:${stream}:${key}`,
        kind: 'dead-letter',
        queue: 'administration',
        stream,
        subject: `failed/${key}`,
        detail: { key, code },
        status: 'open',
        createdAt: new Date(now),
      },
      { onConflictFields: ['key'], onConflictAction: 'ignore', disableIdentityMap: true },
    );
    return { reported: true } as const;
  });
}
