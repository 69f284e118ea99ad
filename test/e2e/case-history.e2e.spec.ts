import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conveneMeeting, holdMeeting } from '@hotline/application';
import { after, days, hours, Steps } from '../integration/steps.ts';
import { WholeProcess } from '../integration/whole-process.ts';

describe("the history of a case's own workflow", () => {
  let whole: WholeProcess;
  let steps: Steps;
  beforeAll(async () => {
    whole = await WholeProcess.start();
    steps = new Steps(whole);
  }, 60_000);
  afterAll(() => whole.stop());

  it('has at most 120 events for two units, yellow and red for one, a meeting, feedback, review and callback', async () => {
    const caseNumber = await steps.acknowledged(['water', 'housing']);
    await whole.drain();
    await steps.feedBack(caseNumber, { assignmentId: 'a2', by: 'housing-handler' });
    await steps.accept(caseNumber, 'a2');
    const { assignments } = await steps.view(caseNumber);
    await whole.advanceTo(after(assignments[0]?.dueAt ?? '', hours(1)));
    expect(await steps.rungs(caseNumber)).toEqual(['a1/due:yellow', 'a1/due:red']);

    const startsAt = after(await whole.now(), hours(2));
    const called = { caseNumber, unitIds: ['water', 'housing'], startsAt };
    const { meetings } = await conveneMeeting(whole.city.as('supervisor'), called);
    await whole.advanceTo(after(startsAt, hours(1)));
    const held = { settled: true, minutes: '会议纪要', attendedUnitIds: ['water', 'housing'] };
    const dueAt = after(await whole.now(), days(5));
    const resolutions = [{ unitId: 'water', text: '更换主管', dueAt }];
    await holdMeeting(whole.city.as('supervisor'), { meetingId: meetings[0]?.meetingId ?? '', ...held, resolutions });
    await whole.drain();

    await steps.feedBack(caseNumber);
    await whole.drain();
    await steps.accept(caseNumber);
    await whole.drain();
    await steps.satisfied(caseNumber);
    await whole.drain();
    expect(await whole.workflowStatus(caseNumber)).toBe('COMPLETED');
    const events = await whole.historyLength(caseNumber);
    console.log(`history events of the case's own workflow: ${events}`);
    expect(events).toBeLessThanOrEqual(120);
  }, 120_000);
});
