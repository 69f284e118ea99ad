import { noteServerTime } from '../time/clock.ts';
import { ApiProblem, ConnectionLost, problemOf } from './api-problem.ts';
import { noteAnswer, noteSilence } from './connection.ts';
import { client } from './generated/client.gen.ts';

/** Called with every refusal because of the session (401), once the session has ended or was never there. */
type SessionFollower = (problem: ApiProblem) => void;
let sessionFollower: SessionFollower | undefined;

/** Who wants to know that a session has ended. There is one: the session's own store. */
export function onSessionRefused(follower: SessionFollower): void {
  sessionFollower = follower;
}

/** Prepares the generated client: same origin, errors as {@link ApiProblem} or {@link ConnectionLost}. */
export function prepareClient(): void {
  client.setConfig({ baseUrl: '', credentials: 'same-origin' });
  client.interceptors.response.use((response) => {
    noteAnswer();
    noteServerTime(response.headers.get('date'));
    return response;
  });
  client.interceptors.error.use((error, response) => {
    if (response) return refused(error, response.status);
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    noteSilence();
    return new ConnectionLost(error);
  });
}

function refused(body: unknown, status: number): ApiProblem {
  const problem = new ApiProblem(problemOf(body, status));
  if (status === 401 && problem.code.startsWith('session.')) sessionFollower?.(problem);
  return problem;
}
