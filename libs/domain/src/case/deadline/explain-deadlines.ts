import type { Instant } from '../../instant.ts';
import { goOnFrom } from '../../policy/build-ladder.ts';
import type { Policy } from '../../policy/policy.ts';
import type { WorkingCalendar } from '../../working-time/desk-time.ts';
import type { AssignedUnit, CaseEvent, CaseEventType } from '../case-event.ts';
import { openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { evolveCase } from '../evolve-case.ts';
import type { DeadlineExplanation, DeadlineLine } from './deadline-line.ts';
import { deadlineSpeech, type DeadlineSpeech, type Words } from './deadline-speech.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** What one event means for the deadlines: lines by assignment. */
type Told = Readonly<Record<string, readonly DeadlineLine[]>>;
interface Moment {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly speech: DeadlineSpeech;
}
type Explanations = { readonly [Type in CaseEventType]?: (event: EventOf<Type>, moment: Moment) => Told };

/**
 * Explains every deadline of a case line by line, from its events (DESIGN, section 9): from when it counts, which term of
 * which policy, which days of the calendar it crossed, and everything that moved it since. The last `due` line of an
 * assignment is its due; a line says so where today's calendar would give another.
 */
export function explainDeadlines(
  events: readonly CaseEvent[],
  policy: Policy,
  calendar: WorkingCalendar,
): DeadlineExplanation[] {
  const speech = deadlineSpeech(policy, calendar);
  const lines = new Map<string, DeadlineLine[]>();
  let state: CaseState | undefined;
  for (const event of events) {
    const after = evolveCase(state, event);
    const explain = EXPLANATIONS[event.type] as ((event: CaseEvent, moment: Moment) => Told) | undefined;
    const told = explain?.(event, { before: state ?? after, after, speech }) ?? {};
    for (const [subject, more] of Object.entries(told)) lines.set(subject, [...(lines.get(subject) ?? []), ...more]);
    state = after;
  }
  const citizen = state?.citizenDueAt ? [citizensOwn(state.registeredAt, state.citizenDueAt, speech)] : [];
  return [...[...lines].map(([subject, told]) => ({ subject, lines: told })), ...citizen];
}

const line = (code: string, at: Instant, { zh, en }: Words): DeadlineLine => ({ code, at, zh, en });

/** The due as the ledger has it, and where it differs, what today's calendar would make of it. */
function due(
  { dueAt, provisional }: Pick<AssignmentState, 'dueAt' | 'provisional'>,
  today: Instant | undefined,
  { clock }: DeadlineSpeech,
): DeadlineLine[] {
  const lines: DeadlineLine[] = [];
  if (provisional)
    lines.push({
      code: 'provisional',
      zh: '跨入尚未公布放假安排的年份，只扣除周末，到期时间为暂定',
      en: 'a year without a published holiday notice is crossed: weekends alone are left out, and the due is provisional',
    });
  if (today && today !== dueAt)
    lines.push(
      line('calendar-changed', today, {
        zh: `按当时的规则和放假安排计算；按现行安排应为${clock(today).zh}`,
        en: `counted by the rules and the calendar of that time; today's would give ${clock(today).en}`,
      }),
    );
  return [...lines, line('due', dueAt, { zh: `到期时间：${clock(dueAt).zh}`, en: `due ${clock(dueAt).en}` })];
}

function began(unit: AssignedUnit, { at }: CaseEvent, { speech }: Moment): DeadlineLine[] {
  const { clock, time, crossed } = speech;
  const from = unit.aroundTheClock ? at : time.addWorking(at, 0).at;
  const [assigned, counted] = [clock(at), clock(from)];
  const start =
    from === at
      ? { zh: `${assigned.zh}交办，自交办时起算`, en: `assigned ${assigned.en}, counted from then` }
      : {
          zh: `${assigned.zh}交办，不在办公时间，自${counted.zh}起算`,
          en: `assigned ${assigned.en}, outside desk hours, counted from ${counted.en}`,
        };
  const by = clock(unit.acknowledgeBy);
  return [
    line('began', at, start),
    termLine(unit, at, speech),
    line('acknowledge-by', unit.acknowledgeBy, { zh: `签收期限：${by.zh}`, en: `to be acknowledged by ${by.en}` }),
    ...(unit.aroundTheClock ? [] : crossed(from, unit.dueAt)),
    ...due(unit, unit.term ? time.add(at, unit.term).at : undefined, speech),
  ];
}

function termLine({ term }: AssignedUnit, at: Instant, { policy, ...speech }: DeadlineSpeech): DeadlineLine {
  if (!term)
    return line('own-due', at, {
      zh: '到期时间由交办单单独规定，落在非办公时间的提前到此前最后的办公时间',
      en: 'the due was given with the assignment, moved back to the last desk hours before it',
    });
  const length = speech.term(term);
  const standard = [policy.emergencyTerm, ...Object.values(policy.terms)].some(
    (known) => known && JSON.stringify(known) === JSON.stringify(term),
  );
  const source = standard
    ? { zh: `依据《${policy.name}》第${policy.version}版`, en: `by version ${policy.version} of the policy` }
    : { zh: '由交办单单独规定', en: 'given with the assignment' };
  return line(standard ? 'term' : 'own-term', at, {
    zh: `办理期限${length.zh}，${source.zh}`,
    en: `a term of ${length.en}, ${source.en}`,
  });
}

/** A redo or a reopening: as long as the first term, from now. */
function beganAnew(
  code: 'redo' | 'reopened',
  words: Words,
  terms: EventOf<'RedoOrdered'>['payload']['terms'],
  at: Instant,
  moment: Moment,
): Told {
  const { clock, crossed } = moment.speech;
  return Object.fromEntries(
    terms.map(({ assignmentId, dueAt, provisional }) => {
      const lines = [
        line(code, at, {
          zh: `${clock(at).zh}${words.zh}，按首次期限重新计算`,
          en: `${words.en} ${clock(at).en}: the first term runs anew`,
        }),
        ...(moment.after.assignments[assignmentId]?.aroundTheClock ? [] : crossed(at, dueAt)),
        ...due({ dueAt, provisional }, undefined, moment.speech),
      ];
      return [assignmentId, lines];
    }),
  );
}

/** A clock that stood goes on: later by the time it stood. */
function wentOn(id: string, event: CaseEvent, { before, after, speech }: Moment, words: Words): Told {
  const [was, is] = [before.assignments[id], after.assignments[id]];
  if (!was || !is) return {};
  const stood = { from: was.heldSince ?? event.at, to: event.at };
  const { zh, en } = speech.standstill(stood, was.aroundTheClock);
  const moved = goOnFrom(was.dueAt, stood, was.aroundTheClock, speech.time).at;
  return {
    [id]: [
      line('went-on', event.at, {
        zh: `${speech.clock(event.at).zh}${words.zh}，自${speech.clock(stood.from).zh}起停止计算${zh}，到期时间顺延`,
        en: `${words.en} ${speech.clock(event.at).en}: the clock stood for ${en} since ${speech.clock(stood.from).en}, and the due moves by as much`,
      }),
      ...(was.aroundTheClock ? [] : speech.crossed(was.dueAt, is.dueAt)),
      ...due(is, moved, speech),
    ],
  };
}

/** A line of something that happened and moved nothing by itself. */
function happened(code: string, words: Words) {
  return (
    { at, payload: { assignmentId } }: { at: Instant; payload: { assignmentId: string } },
    { speech }: Moment,
  ): Told => ({
    [assignmentId]: [
      line(code, at, { zh: `${speech.clock(at).zh}${words.zh}`, en: `${words.en} ${speech.clock(at).en}` }),
    ],
  });
}

const ENDED: Words = { zh: '本项交办终止，不再计算', en: 'the assignment ends, and its clock with it,' };

const EXPLANATIONS: Explanations = {
  CaseAssigned: (event, moment) => {
    const { assignments } = event.payload;
    const begun = assignments.map((unit) => [unit.assignmentId, began(unit, event, moment)] as const);
    const ended = assignments.flatMap(({ replaces }) =>
      replaces
        ? Object.entries(happened('ended', ENDED)({ at: event.at, payload: { assignmentId: replaces } }, moment))
        : [],
    );
    return Object.fromEntries([...begun, ...ended]);
  },
  AssignmentReturned: happened('held', {
    zh: '退单，裁定前停止计算',
    en: 'returned: the clock stands until the ruling,',
  }),
  ReturnRuled: (event, moment) => {
    const { assignmentId, ruling } = event.payload;
    if (ruling === 'accepted') return happened('ended', { ...ENDED, zh: `退单成立，${ENDED.zh}` })(event, moment);
    const words =
      ruling === 'designated'
        ? { zh: '指定办理', en: 'designated' }
        : { zh: '退单不成立', en: 'the return was refused' };
    return wentOn(assignmentId, event, moment, words);
  },
  ExtensionRequested: (event, moment) => {
    const { workingDays } = event.payload;
    const words = {
      zh: `申请延期${workingDays}个工作日，批准前到期时间不变`,
      en: `an extension of ${workingDays} working days was asked for; until it is granted the due stands,`,
    };
    return happened('extension-asked', words)(event, moment);
  },
  ExtensionDecided: (event, moment) => {
    const { assignmentId: id, granted } = event.payload;
    const refused = { zh: '延期未获批准，到期时间不变', en: 'the extension was refused, the due stands,' };
    if (!granted) return happened('extension-refused', refused)(event, moment);
    return extended(id, event, moment);
  },
  AssignmentSuspended: (event, moment) => {
    const { zh, en } = moment.speech.clock(event.payload.reviewAt);
    const words = {
      zh: `挂起，停止计算，${zh}复查`,
      en: `suspended: the clock stands, to be looked at again ${en};`,
    };
    return happened('held', words)(event, moment);
  },
  AssignmentResumed: (event, moment) =>
    wentOn(event.payload.assignmentId, event, moment, { zh: '恢复办理', en: 'resumed' }),
  FeedbackSubmitted: (event, moment) => {
    const dueAt = moment.after.assignments[event.payload.assignmentId]?.dueAt ?? event.at;
    return event.at <= dueAt
      ? happened('fed-back-in-time', { zh: '按期反馈', en: 'fed back in time,' })(event, moment)
      : happened('fed-back-late', { zh: '逾期反馈', en: 'fed back late,' })(event, moment);
  },
  FeedbackReviewed: (event, moment) =>
    event.payload.accepted
      ? happened('accepted', { zh: '反馈审核通过', en: 'the feedback was accepted' })(event, moment)
      : happened('sent-back', { zh: '反馈退回，到期时间不变', en: 'the feedback was sent back, the due stands,' })(
          event,
          moment,
        ),
  RedoOrdered: (event, moment) =>
    beganAnew(
      'redo',
      { zh: '群众不满意，重办', en: 'redo after a dissatisfied callback,' },
      event.payload.terms,
      event.at,
      moment,
    ),
  CaseReopened: (event, moment) =>
    beganAnew('reopened', { zh: '工单重新办理', en: 'reopened' }, event.payload.terms, event.at, moment),
  CaseClosed: (event, moment) =>
    Object.fromEntries(
      openAssignments(moment.before).flatMap(({ id: assignmentId }) =>
        Object.entries(happened('ended', ENDED)({ at: event.at, payload: { assignmentId } }, moment)),
      ),
    ),
};

function extended(id: string, event: CaseEvent, { before, after, speech }: Moment): Told {
  const [was, is] = [before.assignments[id], after.assignments[id]];
  const days = was?.extensionPending?.workingDays;
  if (!was || !is || days === undefined) return {};
  const reached = speech.time.add(was.dueAt, was.aroundTheClock ? { minutes: days * 24 * 60 } : { workingDays: days });
  const { zh, en } = was.aroundTheClock ? { zh: `${days}天`, en: `${days} days` } : speech.term({ workingDays: days });
  return {
    [id]: [
      line('extension-granted', event.at, {
        zh: `${speech.clock(event.at).zh}批准第${is.extensions}次延期${zh}，自原到期时间起算`,
        en: `extension ${is.extensions} granted ${speech.clock(event.at).en}: ${en} more, counted from the due before`,
      }),
      ...(was.aroundTheClock ? [] : speech.crossed(was.dueAt, is.dueAt)),
      ...due(is, reached.at, speech),
    ],
  };
}

function citizensOwn(registeredAt: Instant, dueAt: Instant, { clock }: DeadlineSpeech): DeadlineExplanation {
  return {
    subject: 'citizen',
    lines: [
      line('registered', registeredAt, {
        zh: `${clock(registeredAt).zh}登记`,
        en: `registered ${clock(registeredAt).en}`,
      }),
      line('due', dueAt, {
        zh: `对来电人的答复时限：${clock(dueAt).zh}，不因退单、延期、挂起而改变`,
        en: `the citizen is to be answered by ${clock(dueAt).en}; no return, extension or suspension moves it`,
      }),
    ],
  };
}
