import { describe, expect, it } from '@jest/globals';
import { activityFailure } from './activity-failure.ts';

const coded = (code: string, cause?: unknown): Error =>
  Object.assign(new Error('王先生 13912345678', { cause }), { code });
const GIVES_UP = { defectAfter: 3 } as const;

describe('the failure that a history shows', () => {
  it('has a code and no words', () => {
    const failure = activityFailure(coded('case.not-found'), 1, GIVES_UP);
    expect(failure).toMatchObject({ type: 'case.not-found', message: 'case.not-found', nonRetryable: true });
    expect(JSON.stringify(failure)).not.toContain('王先生');
    expect(failure.cause).toBeUndefined();
  });

  it('gives up at once when a rule was not met, and a defect after some attempts', () => {
    expect(activityFailure(coded('assignment.wrong-status'), 1, GIVES_UP).nonRetryable).toBe(true);
    expect(activityFailure(new TypeError('x'), 2, GIVES_UP)).toMatchObject({ type: 'unexpected', nonRetryable: false });
    expect(activityFailure(new TypeError('x'), 3, GIVES_UP)).toMatchObject({ type: 'unexpected', nonRetryable: true });
  });

  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a refused connection below a use case', new Error('x', { cause: coded('ECONNREFUSED') })],
    ['a connection to several addresses', new AggregateError([coded('ECONNREFUSED')])],
    ['a server that shuts down', coded('57P01')],
    ['too many connections', coded('53300')],
    ['a deadlock', coded('40P01')],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
  ])('never gives up for %s', (_, error) => {
    expect(activityFailure(error, 1_000, GIVES_UP)).toMatchObject({
      type: 'database.unavailable',
      nonRetryable: false,
    });
  });

  it('knows mail that waits from a database that is away', () => {
    const error = coded('notice.undelivered', coded('ECONNREFUSED'));
    expect(activityFailure(error, 50, 'never')).toMatchObject({ type: 'notice.undelivered', nonRetryable: false });
  });

  it('waits for a worker that knows what a later release wrote', () => {
    expect(activityFailure(coded('service.outdated'), 50, GIVES_UP)).toMatchObject({
      type: 'service.outdated',
      nonRetryable: false,
    });
  });

  it('never gives up where the workflow says how long', () => {
    expect(activityFailure(coded('stream.not-found'), 1_000, 'never').nonRetryable).toBe(false);
    expect(activityFailure('thrown without being an error', 1_000, 'never').type).toBe('unexpected');
  });
});
