import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, ConnectionLost, isPassing } from '../api/api-problem.ts';
import { pauseAfter } from '../api/query-client.ts';
import type { Action, Changed, Target } from './action.ts';
import { nextAttempt, type Attempt } from './attempt.ts';
import { keepChanged } from './keep-changed.ts';
import { presentState, revisionOf } from './present-state.ts';

const TRIES_WITHOUT_ANSWER = 5;

interface Submit {
  readonly send: (body: unknown) => void;
  readonly busy: boolean;
  /** How often it was sent again because no answer came. */
  readonly retries: number;
  readonly error: Error | null;
  /** After a 412: what is now there. The next submit is upon that. */
  readonly present: Changed | undefined;
}

/**
 * Sends an action. Without an answer the same attempt is sent again, by itself at first and then at each press, always
 * under one key. A 412 takes over the present revision, so that the next press is upon what was shown.
 */
export function useSubmit(action: Action, target: Target, onDone: (changed: Changed) => void): Submit {
  const queryClient = useQueryClient();
  const unanswered = useRef<Attempt>(undefined);
  const [revision, setRevision] = useState(target.revision);
  const [present, setPresent] = useState<Changed>();

  const mutation = useMutation({
    mutationFn: ({ key, body, revision: seen }: Attempt) =>
      action.send(target, body, { 'Idempotency-Key': key, 'If-Match': `"${seen ?? 0}"` }),
    retry: (failures, error) => error instanceof ConnectionLost && failures < TRIES_WITHOUT_ANSWER,
    retryDelay: pauseAfter,
    onSuccess: (changed) => {
      unanswered.current = undefined;
      keepChanged(queryClient, changed);
      onDone(changed);
    },
    onError: (error) => {
      if (!isPassing(error)) unanswered.current = undefined;
      if (!(error instanceof ApiProblem) || error.status !== 412) return;
      const now = presentState(error, target);
      if (!now) return;
      keepChanged(queryClient, now);
      setPresent(now);
      setRevision(revisionOf(now));
    },
  });

  return {
    send: (body) => {
      unanswered.current = nextAttempt(unanswered.current, body, revision);
      mutation.mutate(unanswered.current);
    },
    busy: mutation.isPending,
    retries: mutation.failureCount,
    error: mutation.isPending ? null : mutation.error,
    present,
  };
}
