import {
  awaitedSlip,
  documentNumberOf,
  inOrderOfPursuit,
  millisecondsOf,
  nextAction,
  type AssignmentState,
  type CaseState,
  type Instant,
  type Pursuit,
  type TaskKind,
  type Urgency,
} from '@hotline/domain';
import { findStreams } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../app-error.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import { queuesOf } from '../task/queues.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { callingScript } from './calling-script.ts';
import { callsOf, openTasksOf, type Call, type OpenTask, type SupervisionTask } from './read-supervision.ts';
import { rungInWords } from './rung-words.ts';

/** One thing for the supervision room to do now: all its open tasks about one duty of a unit, or about a case as a whole. */
export interface SupervisionEntry {
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** The case's ETag, for recording what came of it. */
  readonly revision: number;
  readonly urgency: Urgency;
  readonly assignmentId?: string;
  readonly unitId?: string;
  readonly unitName?: string;
  readonly unitPhone?: string;
  readonly tasks: readonly SupervisionTask[];
  /** Why: the rungs that asked for it. */
  readonly why: string;
  readonly dueAt?: Instant;
  /** Working days, whole, since it was due. */
  readonly lateWorkingDays: number;
  readonly urged: number;
  readonly papers: number;
  readonly lastCall?: Call;
  /** 通话脚本 */
  readonly script: string;
  /** The command that records what came of it; without one the task is finished as a task. */
  readonly record?:
    | 'record-urging-call'
    | 'plan-on-site-session'
    | 'record-talk'
    | 'answer-leader'
    | 'publish-criticism';
  /** What the machine does next if nothing happens. */
  readonly next?: { readonly at: Instant; readonly rung: string; readonly words: string };
}

const RECORDED_BY: Partial<Record<TaskKind, SupervisionEntry['record']>> = {
  'phone-unread': 'record-urging-call',
  'phone-acknowledge': 'record-urging-call',
  'phone-urging': 'record-urging-call',
  'on-site-session': 'plan-on-site-session',
  talk: 'record-talk',
  'leader-question': 'answer-leader',
  'public-criticism': 'publish-criticism',
};

/**
 * 督查室今日该办: whom to phone now, why, how late, how often already, what to say and what comes next; what matters most
 * first (`inOrderOfPursuit`). Trainings are left out. Errors: access.denied.
 */
export async function listSupervision(
  { orm, actor, clock }: Pick<UseCaseContext, 'orm' | 'actor' | 'clock'>,
  input: { readonly limit: number; readonly unitId?: string },
): Promise<{ readonly items: readonly SupervisionEntry[]; readonly total: number }> {
  if (!queuesOf(actor).includes('supervision')) throw new AppError('access.denied', { action: 'list-supervision' });
  const em = orm.em.fork();
  const now = await clock.now(em);
  const tasks = await openTasksOf(em, input.unitId);
  const groups = [...Map.groupBy(tasks, ({ caseNumber, task }) => `${caseNumber} ${ownerOf(task.subject)}`).values()];
  const numbers = [...new Set(tasks.map(({ caseNumber }) => caseNumber))];
  const streams = new Map((await findStreams(em, numbers)).map((stream) => [stream.id, stream]));
  const calls = await callsOf(em, numbers);
  const entries: { entry: SupervisionEntry; pursuit: Pursuit }[] = [];
  for (const group of groups) {
    const stream = streams.get(group[0]?.caseNumber ?? '');
    if (!stream) continue;
    const state = stream.state as CaseState;
    const made = calls.get(state.caseNumber) ?? [];
    entries.push(await entryOf(em, { group, state, revision: stream.revision, calls: made, now }));
  }
  entries.sort((left, right) => inOrderOfPursuit(left.pursuit, right.pursuit));
  return { items: entries.slice(0, input.limit).map(({ entry }) => entry), total: entries.length };
}

/** The duty or the matter that a wait is about: `a1` of `a1/due`, `question/q1` whole. */
function ownerOf(subject: string): string {
  const [first = ''] = subject.split('/');
  return /^a\d+$/.test(first) ? first : subject;
}

interface Known {
  readonly group: readonly OpenTask[];
  readonly state: CaseState;
  readonly revision: number;
  readonly calls: readonly Call[];
  readonly now: Instant;
}

async function entryOf(em: SqlEntityManager, { group, state, revision, calls, now }: Known) {
  const [first] = group;
  if (!first) throw new Error('a group of no tasks');
  const assignment = state.assignments[ownerOf(first.task.subject)];
  const { time } = await rulesOfVersion(em, state.policyVersion);
  const late = assignment ? time.between(assignment.dueAt, now) : 0;
  const own = calls.filter(({ assignmentId }) => assignmentId === assignment?.id);
  const pursuit: Pursuit = {
    urgency: state.urgency,
    askedByLeader: Object.values(state.questions).some(({ answeredAt }) => !answeredAt),
    handedDown: state.externalDueAt !== undefined,
    calls: state.calledAt.length,
    redos: state.redos,
    late,
    urged: own.length,
  };
  const next = nextOf(state, assignment);
  const lateWorkingDays = Math.floor(late / time.workingDay);
  const slip = assignment && awaitedSlip(state, assignment);
  const { unit } = first;
  const record = group.map(({ task }) => RECORDED_BY[task.kind]).find((command) => command !== undefined);
  const lastCall = own.at(-1);
  const isLate = slip?.answerBy !== undefined && millisecondsOf(slip.answerBy) <= millisecondsOf(now);
  const script = callingScript({
    kind: first.task.kind,
    caseNumber: state.caseNumber,
    title: first.title,
    ...(assignment ? { assignment } : {}),
    lateDays: lateWorkingDays,
    urged: own.length,
    ...(slip?.answerBy && isLate && late === 0
      ? { slip: { number: documentNumberOf(slip.kind, slip.number), answerBy: slip.answerBy } }
      : {}),
    ...(next ? { next } : {}),
  });
  const entry: SupervisionEntry = {
    caseNumber: state.caseNumber,
    caseTitle: first.title,
    revision,
    urgency: state.urgency,
    ...(assignment ? { assignmentId: assignment.id, dueAt: assignment.dueAt } : {}),
    ...(unit ? { unitId: unit.id, unitName: unit.name, ...(unit.phone ? { unitPhone: unit.phone } : {}) } : {}),
    tasks: group.map(({ task }) => task),
    why: [...new Set(group.map(({ task }) => task.why))].join('、'),
    lateWorkingDays,
    urged: own.length,
    papers: Object.values(state.documents).filter(({ assignmentId }) => assignmentId === assignment?.id).length,
    ...(lastCall ? { lastCall } : {}),
    script,
    ...(record ? { record } : {}),
    ...(next ? { next } : {}),
  };
  return { entry, pursuit };
}

/** What comes next for the duty, or for the case where no duty is meant. */
function nextOf(state: CaseState, assignment: AssignmentState | undefined): SupervisionEntry['next'] {
  const own = Object.fromEntries(
    Object.entries(state.ladders.running).filter(([subject]) => !assignment || subject.startsWith(`${assignment.id}/`)),
  );
  const next = nextAction({ ladders: { running: own, held: {} } });
  if (!next) return undefined;
  const { at, rung, effects } = next;
  return { at, rung, words: rungInWords(effects) };
}
