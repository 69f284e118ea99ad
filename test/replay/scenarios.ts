import { AppError } from '@hotline/application';
import {
  CONFERENCES_WORKFLOW,
  MISSED_CALLS_WORKFLOW,
  REREAD_SIGNAL,
  STAYS_WORKFLOW,
  TASK_DIGEST_WORKFLOW,
  TASK_QUEUE,
  workflowIdOf,
} from '@hotline/contracts-process';
import { DEFAULT_POLICY, fastPolicy, type CaseCommand } from '@hotline/domain';
import { startOrReread } from '../../apps/api/src/relay/stream-signals.ts';
import {
  acknowledge,
  assign,
  callBack,
  closeAsExplained,
  convene,
  DAY,
  feedback,
  HOUR,
  holdSettled,
  REGISTER,
  reopen,
  review,
  unitHandler,
} from '../engine/a-case.ts';
import type { Engine } from '../engine/engine.ts';

const TEXT = { id: 'text-1', sha256: '0'.repeat(64) };

/** A workflow's run; without a run's id its latest. */
export interface Run {
  readonly workflowId: string;
  readonly runId?: string;
}

/** Something that happens to workflows, played through to be recorded: answers the runs to keep, by name. */
export type Scenario = (engine: Engine, caseNumber: string) => Promise<Readonly<Record<string, Run>>>;

/** What is recorded, by name. Each plays on a case of its own. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  /** Two units, one late, a meeting, feedback, review, callback. */
  async whole(engine, stream) {
    await underWay(engine, stream);
    const { ledger } = engine;
    await engine.sleep(8 * DAY);
    await person(engine, stream, convene(await inMilliseconds(engine, HOUR), 'housing', 'power'));
    await engine.sleep(2 * HOUR);
    await ledger.meetingCommand(`${stream}-meeting-1`, holdSettled);
    await engine.relay();
    for (const [id, unitId] of [
      ['a1', 'housing'],
      ['a2', 'power'],
    ] as const) {
      await ledger.command(stream, feedback(id, await inMilliseconds(engine, 0)), unitHandler(unitId));
      await engine.relay();
      await person(engine, stream, review(id));
    }
    await ledger.command(stream, callBack);
    await engine.deliver();
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is closed');
    return { whole: runOf(stream) };
  },

  /** Nobody does anything: every rung, a meeting and a special report by themselves. */
  async untouched(engine, stream) {
    await person(engine, stream, REGISTER);
    await engine.sleep(DAY);
    await person(engine, stream, assign('housing', 'power'));
    for (let day = 0; day < 40; day++) await engine.sleep(DAY);
    return {
      untouched: runOf(stream),
      'untouched-meeting': runOf(`${stream}-meeting-1`),
      'untouched-report': runOf(`${stream}-report-1`),
    };
  },

  /** As untouched, under the rules of version 2: listed by escalations alone (ADR 0033). */
  async escalated(engine, stream) {
    await person(engine, stream, REGISTER);
    await person(engine, stream, assign('housing'));
    for (let day = 0; day < 20; day++) await engine.sleep(DAY);
    return { escalated: runOf(stream) };
  },

  /** Returned and kept, extended, suspended, resumed, redone, closed, reopened. */
  async detours(engine, stream) {
    const { ledger } = engine;
    const housing = unitHandler('housing');
    await person(engine, stream, REGISTER);
    await person(engine, stream, assign('housing'));
    await ledger.command(stream, { type: 'return', assignmentId: 'a1', basis: TEXT, approvedBy: 'u-head' }, housing);
    await engine.relay();
    await person(engine, stream, { type: 'rule-return', assignmentId: 'a1', ruling: 'rejected', text: TEXT });
    await ledger.command(stream, acknowledge('a1'), housing);
    await ledger.command(
      stream,
      { type: 'request-extension', assignmentId: 'a1', workingDays: 2, reason: TEXT },
      housing,
    );
    await engine.relay();
    await person(engine, stream, { type: 'decide-extension', assignmentId: 'a1', granted: true, text: TEXT });
    const reviewAt = await inMilliseconds(engine, 5 * DAY);
    await person(engine, stream, { type: 'suspend', assignmentId: 'a1', cause: 'weather', reviewAt, text: TEXT });
    await engine.sleep(6 * DAY);
    await person(engine, stream, { type: 'resume', assignmentId: 'a1', text: TEXT });
    await ledger.command(stream, feedback('a1', await inMilliseconds(engine, 0)), housing);
    await engine.relay();
    await person(engine, stream, review('a1'));
    await person(engine, stream, { ...callBack, solved: false, satisfaction: 'dissatisfied' } as CaseCommand);
    await engine.sleep(2 * DAY);
    await person(engine, stream, closeAsExplained);
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is closed');
    const workflowId = workflowIdOf(stream);
    const { runId } = await engine.env.client.workflow.getHandle(workflowId).describe();
    await person(engine, stream, reopen);
    await engine.sleep(DAY);
    return { detours: { workflowId, runId }, reopened: { workflowId } };
  },

  /** Events that come twice or not at all, a restored ledger, and the wish to read again. */
  async rereading(engine, stream) {
    await underWay(engine, stream);
    await engine.signal(...engine.ledger.eventsOf(stream));
    await engine.ledger.command(stream, { type: 'record-urging-call', assignmentId: 'a1', text: TEXT });
    engine.ledger.takeUndelivered();
    await person(engine, stream, { type: 'record-urging-call', assignmentId: 'a2', text: TEXT });
    engine.ledger.loseLast(stream, 1);
    await person(engine, stream, { type: 'record-on-site-session', assignmentId: 'a1', text: TEXT });
    await engine.env.client.workflow.getHandle(workflowIdOf(stream)).signal(REREAD_SIGNAL);
    await engine.untilFolded(stream);
    return { rereading: runOf(stream) };
  },

  /** Temporal has lost the case: it comes back from the ledger, has nothing to send, and acts again when the time comes. */
  async 'brought-back'(engine, stream) {
    await underWay(engine, stream);
    const workflow = engine.env.client.workflow.getHandle(workflowIdOf(stream));
    await workflow.terminate();
    await startOrReread(engine.env.client, stream);
    await engine.untilFolded(stream);
    await engine.sleep(4 * DAY);
    return { 'brought-back': runOf(stream) };
  },

  /** An action that fails for good, and works when a person has mended what was wrong. */
  async 'failed-action'(engine, stream) {
    await underWay(engine, stream);
    engine.ledger.faults.set('actOnStream', (input) => {
      if ((input as { key: string }).key === 'a1/due:1:yellow:1') throw new AppError('policy.broken');
    });
    for (let day = 0; day < 8 && engine.ledger.failed.length === 0; day++) await engine.sleep(DAY);
    engine.ledger.faults.clear();
    await engine.sleep(DAY);
    return { 'failed-action': runOf(stream) };
  },

  /** The database is away for some hours, and the mail server too. */
  async outage(engine, stream) {
    engine.ledger.policy = fastPolicy(1_800);
    await underWay(engine, stream);
    engine.ledger.policy = DEFAULT_POLICY;
    const away = () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    engine.ledger.faults.set('actOnStream', away);
    engine.ledger.faults.set('deliverNotices', away);
    await engine.sleep(3 * HOUR);
    engine.ledger.faults.delete('actOnStream');
    await engine.sleep(HOUR);
    engine.ledger.faults.clear();
    await engine.sleep(HOUR);
    return { outage: runOf(stream) };
  },

  /** The relay was first: the case adopts a meeting that runs. The meeting is put off, held, and its resolution followed. */
  async adopting(engine, stream) {
    const meeting = `${stream}-meeting-1`;
    await underWay(engine, stream);
    await engine.ledger.command(stream, convene(await inMilliseconds(engine, 2 * DAY), 'housing', 'power'));
    await startOrReread(engine.env.client, meeting);
    await engine.relay();
    await engine.untilFolded(meeting);
    const startsAt = await inMilliseconds(engine, 3 * DAY);
    await engine.ledger.meetingCommand(meeting, { type: 'reschedule', startsAt, text: TEXT });
    await engine.relay();
    await engine.sleep(4 * DAY);
    const dueAt = await inMilliseconds(engine, 2 * DAY);
    const resolutions = [{ unitId: 'housing', text: TEXT, dueAt }];
    await engine.ledger.meetingCommand(meeting, { ...holdSettled, resolutions });
    await engine.relay();
    await engine.sleep(4 * DAY);
    await engine.ledger.meetingCommand(meeting, { type: 'finish-resolution', resolutionId: 'r1', text: TEXT });
    await engine.relay();
    await engine.until(async () => (await engine.status(meeting)) === 'COMPLETED', 'the meeting is over');
    return { adopting: runOf(stream), meeting: runOf(meeting) };
  },

  /** A special report: submitted, waited for, instructed, followed, ended. */
  async 'special-report'(engine, stream) {
    const report = `${stream}-report-1`;
    await underWay(engine, stream);
    await person(engine, stream, { type: 'draft-report' });
    await person(engine, stream, { type: 'submit-report', reportId: report });
    await engine.untilFolded(report);
    await engine.sleep(6 * DAY);
    const dueAt = await inMilliseconds(engine, 5 * DAY);
    const parts = [{ unitId: 'power', text: TEXT, dueAt }];
    await engine.ledger.reportCommand(report, { type: 'give-instruction', text: TEXT, dueAt, parts });
    await engine.relay();
    await engine.sleep(8 * DAY);
    await engine.ledger.reportCommand(report, { type: 'follow-up', text: TEXT, partId: 'i1' });
    await engine.ledger.reportCommand(report, { type: 'end', result: 'solved', text: TEXT });
    await engine.relay();
    await engine.until(async () => (await engine.status(report)) === 'COMPLETED', 'the report has ended');
    return { 'special-report': runOf(report) };
  },

  /** Called about again until it is urgent, merged into another, and set free again: two runs of one workflow. */
  async merged(engine, stream) {
    await underWay(engine, stream);
    for (const another of [false, true, false])
      await person(engine, stream, { type: 'record-call', another, text: TEXT });
    await engine.sleep(DAY);
    await person(engine, stream, { type: 'merge', leadCaseNumber: '202601059999', text: TEXT });
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the merged case ends');
    const workflowId = workflowIdOf(stream);
    const { runId } = await engine.env.client.workflow.getHandle(workflowId).describe();
    await person(engine, stream, { type: 'unmerge', text: TEXT });
    await engine.sleep(2 * DAY);
    return { merged: { workflowId, runId }, unmerged: { workflowId } };
  },

  /** Three mornings of the duty, one of which fails at first. */
  async 'task-digest'(engine) {
    const { type, id: workflowId } = TASK_DIGEST_WORKFLOW;
    await engine.env.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
    await engine.sleep(1.5 * DAY);
    engine.ledger.faults.set('sendTaskDigests', () => {
      throw new AppError('notice.undelivered');
    });
    await engine.sleep(DAY);
    engine.ledger.faults.clear();
    await engine.sleep(DAY);
    return { 'task-digest': { workflowId } };
  },

  /** The watch over missed calls: a round of it fails at first. */
  async 'missed-calls'(engine) {
    const { type, id: workflowId } = MISSED_CALLS_WORKFLOW;
    await engine.env.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
    await engine.sleep(HOUR);
    engine.ledger.faults.set('watchMissedCalls', () => {
      throw new AppError('notice.undelivered');
    });
    await engine.sleep(HOUR);
    engine.ledger.faults.clear();
    await engine.sleep(HOUR);
    return { 'missed-calls': { workflowId } };
  },

  /** A citizen who wrote is told that his case is taken in, handed over and closed; he brought a file. */
  async told(engine, stream) {
    await person(engine, stream, { ...REGISTER, reachable: 'in-writing' } as CaseCommand);
    await person(engine, stream, { type: 'attach', attachmentId: 'f-1', sha256: '0'.repeat(64) });
    await engine.sleep(HOUR / 2);
    await person(engine, stream, assign('housing'));
    await engine.sleep(HOUR);
    await person(engine, stream, closeAsExplained);
    await engine.until(async () => (await engine.status(stream)) === 'COMPLETED', 'the case is closed');
    return { told: runOf(stream) };
  },

  /** The watch over stays: a round of it fails at first. */
  async stays(engine) {
    const { type, id: workflowId } = STAYS_WORKFLOW;
    await engine.env.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
    await engine.sleep(1.5 * DAY);
    engine.ledger.faults.set('watchStays', () => {
      throw new AppError('notice.undelivered');
    });
    await engine.sleep(DAY / 2 + HOUR);
    engine.ledger.faults.clear();
    await engine.sleep(DAY);
    return { stays: { workflowId } };
  },

  /** A session whose invitations go out by themselves, held, its resolution late and then done; another body's invitation. */
  async conference(engine) {
    const { ledger } = engine;
    const [conference, invitation] = ['conference-202602', 'invitation-1'];
    const startsAt = await inMilliseconds(engine, 30 * DAY);
    const circle = { memberIds: ['m1', 'm2'], unitIds: ['housing'] };
    await ledger.conferenceCommand(conference, { type: 'open', month: '202602', startsAt, ...circle });
    const words = { from: TEXT, text: TEXT, place: TEXT };
    await ledger.invitationCommand(invitation, { type: 'record', startsAt, ...words });
    await engine.relay();
    for (let day = 0; day < 4; day++) await engine.sleep(DAY);
    await ledger.invitationCommand(invitation, { type: 'accept', attendeeId: 'lin' });
    await ledger.conferenceCommand(conference, { type: 'add-item', text: TEXT, memberIds: [] });
    await engine.relay();
    for (let day = 0; day < 28; day++) await engine.sleep(DAY);
    await ledger.invitationCommand(invitation, { type: 'attend', text: TEXT });
    const dueAt = await inMilliseconds(engine, 3 * DAY);
    const duty = { itemId: 'i1', unitId: 'housing', way: 'joint', text: TEXT, dueAt } as const;
    await ledger.conferenceCommand(conference, {
      type: 'hold',
      minutes: TEXT,
      attendedMemberIds: ['m1'],
      decisions: [{ itemId: 'i1', decision: 'resolution', text: TEXT }],
      resolutions: [duty],
    });
    await engine.relay();
    for (let day = 0; day < 8; day++) await engine.sleep(DAY);
    await ledger.conferenceCommand(conference, { type: 'finish-resolution', resolutionId: 'r1', text: TEXT });
    await engine.relay();
    await engine.until(async () => (await engine.status(conference)) === 'COMPLETED', 'the session is over');
    return { conference: runOf(conference), invitation: runOf(invitation) };
  },

  /** Mornings of the duty that opens sessions, one of which fails at first. */
  async conferences(engine) {
    const { type, id: workflowId } = CONFERENCES_WORKFLOW;
    await engine.env.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [] });
    await engine.sleep(1.5 * DAY);
    engine.ledger.faults.set('openConferences', () => {
      throw new AppError('circle.twice');
    });
    await engine.sleep(DAY);
    engine.ledger.faults.clear();
    await engine.sleep(DAY);
    return { conferences: { workflowId } };
  },

  /** A report of the weekly folder: delivered with it, its part reported and accepted; open beyond its term, and told of. */
  async 'weekly-report'(engine, stream) {
    const report = `${stream}-report-1`;
    await underWay(engine, stream);
    await person(engine, stream, { type: 'draft-report' });
    await person(engine, stream, { type: 'submit-report', reportId: report, folder: 'weekly' });
    await engine.untilFolded(report);
    await engine.sleep(8 * DAY);
    const dueAt = await inMilliseconds(engine, 5 * DAY);
    const parts = [{ unitId: 'power', text: TEXT, dueAt }];
    for (const command of [
      { type: 'give-instruction', text: TEXT, dueAt, parts },
      { type: 'report-part', partId: 'i1', text: TEXT, done: true },
      { type: 'review-part', partId: 'i1', accepted: true },
    ] as const) {
      await engine.ledger.reportCommand(report, command);
      await engine.relay();
    }
    await engine.sleep(14 * DAY);
    await engine.ledger.reportCommand(report, { type: 'end', result: 'solved', text: TEXT });
    await engine.relay();
    await engine.until(async () => (await engine.status(report)) === 'COMPLETED', 'the report has ended');
    return { 'weekly-report': runOf(report) };
  },
};

function runOf(stream: string): Run {
  return { workflowId: workflowIdOf(stream) };
}

async function person(engine: Engine, stream: string, command: CaseCommand): Promise<void> {
  await engine.ledger.command(stream, command);
  await engine.relay();
}

async function underWay(engine: Engine, stream: string): Promise<void> {
  await person(engine, stream, REGISTER);
  await person(engine, stream, assign('housing', 'power'));
  await engine.ledger.command(stream, acknowledge('a1'), unitHandler('housing'));
  await engine.ledger.command(stream, acknowledge('a2'), unitHandler('power'));
  await engine.relay();
}

async function inMilliseconds(engine: Engine, milliseconds: number): Promise<string> {
  return new Date(Number(await engine.env.currentTimeMs()) + milliseconds).toISOString();
}
