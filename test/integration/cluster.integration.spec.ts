import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEARCH_ATTRIBUTES, workflowIdOf } from '@hotline/contracts-process';
import { fastPolicy } from '@hotline/domain';
import { createSuiteDatabase, hasTemporalCluster, startTemporalCluster } from '@hotline/infra';
import { playStandardCase } from '../bench/standard-case.ts';
import { Steps } from './steps.ts';
import { WholeProcess } from './whole-process.ts';

const built = hasTemporalCluster();
if (!built) console.log('The cluster profile is not tested: "npm run cluster" builds its programs once (6 minutes).');

(built ? describe : describe.skip)('the production server on PostgreSQL', () => {
  let whole: WholeProcess;
  beforeAll(async () => {
    const postgres = await createSuiteDatabase({ migrated: false });
    const cluster = await startTemporalCluster({ postgres, searchAttributes: SEARCH_ATTRIBUTES });
    whole = await WholeProcess.startInRealTime(fastPolicy(1), undefined, cluster);
  }, 120_000);
  afterAll(() => whole.stop(), 60_000);

  it('runs a case from registration to close', async () => {
    const caseNumber = await playStandardCase(whole);
    const { stage, timeline } = await new Steps(whole).view(caseNumber);
    expect(stage).toBe('closed');
    expect(timeline.filter(({ type }) => type === 'RungActed').map(({ payload }) => payload['rung'])).toContain(
      'yellow',
    );
    // On a slow machine other reminders come too: a working day lasts a second.
    const kinds = await whole.noticeKinds(caseNumber);
    for (const kind of ['assignment', 'yellow']) expect(kinds.filter((one) => one === kind)).toEqual([kind]);
    await whole.mail.waitFor(kinds.length);
    expect(new Set(whole.mail.mails.map(({ messageId }) => messageId)).size).toBe(kinds.length);
  }, 60_000);

  it('finds a case by its search attributes, and goes on after a crash with what it knew', async () => {
    const caseNumber = await new Steps(whole).assigned();
    await whole.drain();
    await whole.server?.halt('crash');
    await whole.server?.resume();
    await whole.advanceToNext(caseNumber);
    const query = `HotlineStage = 'assigned' AND ExecutionStatus = 'Running'`;
    const found: string[] = [];
    for await (const { workflowId } of whole.client.workflow.list({ query })) found.push(workflowId);
    expect(found).toEqual([workflowIdOf(caseNumber)]);
  }, 60_000);
});
