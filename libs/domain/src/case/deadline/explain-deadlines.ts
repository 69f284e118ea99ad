import type { Instant } from '../../instant.ts';
import { goOnFrom } from '../../policy/build-ladder.ts';
import type { Policy } from '../../policy/policy.ts';
import type { StatutoryTerm } from '../../policy/statutory-term.ts';
import type { WorkingCalendar } from '../../working-time/desk-time.ts';
import type { AssignedUnit, CaseEvent, CaseEventType } from '../case-event.ts';
import type { TextReference } from '../case-words.ts';
import { openAssignments, type AssignmentState, type CaseState } from '../case-state.ts';
import { evolveCase } from '../evolve-case.ts';
import type { DeadlineExplanation, DeadlineLine } from './deadline-line.ts';
import { deadlineSpeech, type DeadlineSpeech, type Words } from './deadline-speech.ts';
import { explainGiven } from './explain-given.ts';
import { movedDues } from './explain-moving.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** The words that an event names. */
type Said = (reference: TextReference) => string;

/** What one event means for the deadlines: lines by assignment. */
type Told = Readonly<Record<string, readonly DeadlineLine[]>>;
interface Moment {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly speech: DeadlineSpeech;
  readonly said: Said;
}
type Explanations = { readonly [Type in CaseEventType]?: (event: EventOf<Type>, moment: Moment) => Told };

/**
 * Explains every deadline of a case line by line, from its events (DESIGN, section 9): from when it counts, which term of
 * which policy, which days of the calendar it crossed, and everything that moved it since. The last `due` line of an
 * assignment is its due; a line says so where today's calendar would give another.
 *
 * @param said the words that events name, where a reason belongs to a line
 * @param policies every policy that the case went by; the first where it is not known which
 */
export function explainDeadlines(
  events: readonly CaseEvent[],
  policies: readonly [Policy, ...Policy[]],
  calendar: WorkingCalendar,
  said: Said = () => '',
): DeadlineExplanation[] {
  const speeches = new Map(policies.map((policy) => [policy.version, deadlineSpeech(policy, calendar)]));
  let speech = deadlineSpeech(policies[0], calendar);
  const lines = new Map<string, DeadlineLine[]>();
  let state: CaseState | undefined;
  for (const event of events) {
    const after = evolveCase(state, event);
    speech = speeches.get(after.policyVersion) ?? speech;
    const explain = EXPLANATIONS[event.type] as ((event: CaseEvent, moment: Moment) => Told) | undefined;
    const told = explain?.(event, { before: state ?? after, after, speech, said }) ?? {};
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

function began(unit: AssignedUnit, event: EventOf<'CaseAssigned'>, moment: Moment): DeadlineLine[] {
  const { at, payload } = event;
  const { termReason: reason } = payload;
  const { speech } = moment;
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
    ...(unit.termGiven ? [explainGiven(at, reason ? moment.said(reason) : '')] : []),
    line('acknowledge-by', unit.acknowledgeBy, { zh: `签收期限：${by.zh}`, en: `to be acknowledged by ${by.en}` }),
    ...(unit.aroundTheClock ? [] : crossed(from, unit.dueAt)),
    ...due(unit, unit.term ? time.add(at, unit.term).at : undefined, speech),
  ];
}

function termLine(
  { term, externalDueAt, statutory }: AssignedUnit,
  at: Instant,
  { policy, ...speech }: DeadlineSpeech,
): DeadlineLine {
  const law = policy.statutoryTerms?.find(({ id }) => id === statutory);
  if (law) return statutoryLine(law, at, speech);
  if (externalDueAt) {
    const theirs = speech.clock(externalDueAt);
    return line('external-due', at, {
      zh: `上级转办件，按上级要求的${theirs.zh}办结，早于本地期限；落在非办公时间的提前到此前最后的办公时间`,
      en: `handed down from above, due there ${theirs.en}, before the term here would end; moved back to the last desk hours before it`,
    });
  }
  if (!term)
    return line('own-due', at, {
      zh: '到期时间由交办单单独规定，落在非办公时间的提前到此前最后的办公时间',
      en: 'the due was given with the assignment, moved back to the last desk hours before it',
    });
  const length = speech.term(term);
  const minutes = Object.values(policy.line122.terms).map(({ due: own }) => own);
  const standard = [policy.emergencyTerm, ...minutes, ...Object.values(policy.terms)].some(
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

/** 法定期限, with the law and its article. */
function statutoryLine(
  { law, article, term }: StatutoryTerm,
  at: Instant,
  speech: Pick<DeadlineSpeech, 'term'>,
): DeadlineLine {
  const length =
    'workingDays' in term
      ? speech.term(term)
      : { zh: `${term.calendarDays}日`, en: `${term.calendarDays} days of the calendar` };
  return line('statutory-term', at, {
    zh: `法定期限${length.zh}，依据${law}${article}`,
    en: `a statutory term of ${length.en}, by ${law} ${article}`,
  });
}

/** A redo or a reopening: as long as the first term, from now. */
function beganAnew(
  code: 'redo' | 'reopened' | 'unmerged',
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
  EmergencyDeclared: (event, moment) => inMinutes(event, moment),
  ReturnRuled: (event, moment) => {
    const { assignmentId, ruling } = event.payload;
    if (ruling === 'accepted') return happened('ended', { ...ENDED, zh: `退单成立，${ENDED.zh}` })(event, moment);
    const words =
      ruling === 'designated'
        ? { zh: '指定办理', en: 'designated' }
        : { zh: '退单不成立', en: 'the return was refused' };
    return wentOn(assignmentId, event, moment, words);
  },
  TermChanged: ({ at, payload: { assignmentId, dueAt, provisional, termReason } }, moment) => ({
    [assignmentId]: [
      explainGiven(at, moment.said(termReason)),
      ...due({ dueAt, provisional }, undefined, moment.speech),
    ],
  }),
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
  DisputeRaised: happened('disputed', {
    zh: '提出职责争议，裁定前首接单位先行办理，到期时间不变',
    en: 'the duty is disputed; until it is decided the first receiver leads and the due stands,',
  }),
  DisputeRuled: (event, moment) =>
    event.payload.moved
      ? happened('ended', { ...ENDED, zh: `职责争议裁定由其他单位主办，${ENDED.zh}` })(event, moment)
      : happened('designated', {
          zh: '职责争议裁定由本单位主办，到期时间不变',
          en: 'designated after a dispute, the due stands,',
        })(event, moment),
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
  CaseUnmerged: (event, moment) =>
    beganAnew('unmerged', { zh: '撤销并案', en: 'the merging was undone,' }, event.payload.terms, event.at, moment),
  CaseMerged: (event, moment) => {
    if (event.payload.merged !== moment.after.caseNumber) return {};
    const { lead } = event.payload;
    const words = { zh: `并入工单${lead}，${ENDED.zh}`, en: `merged into case ${lead}: ${ENDED.en}` };
    return Object.fromEntries(
      openAssignments(moment.before).flatMap(({ id: assignmentId }) =>
        Object.entries(happened('ended', words)({ at: event.at, payload: { assignmentId } }, moment)),
      ),
    );
  },
  UrgencyRaised: ({ at, payload: { calls, days, to } }, { speech }) => {
    const urgency = { ordinary: ['一般', 'ordinary'], urgent: ['紧急', 'urgent'], emergency: ['特急', 'an emergency'] }[
      to
    ];
    return {
      urgency: [
        line('repeated-calls', at, {
          zh: `${speech.clock(at).zh}，${days}天内来电${calls}次，依据《${speech.policy.name}》第${speech.policy.version}版提级为${urgency[0]}`,
          en: `${calls} calls within ${days} days: made ${urgency[1]} ${speech.clock(at).en}, by version ${speech.policy.version} of the policy`,
        }),
      ],
    };
  },
  DeadlinesMoved: (event, moment) => movedDues(event, moment, moment.speech),
  CaseReopened: (event, moment) =>
    beganAnew('reopened', { zh: '工单重新办理', en: 'reopened' }, event.payload.terms, event.at, moment),
  CaseClosed: (event, moment) =>
    Object.fromEntries(
      openAssignments(moment.before).flatMap(({ id: assignmentId }) =>
        Object.entries(happened('ended', ENDED)({ at: event.at, payload: { assignmentId } }, moment)),
      ),
    ),
};

/** 应急处置: an earlier due, or the one that stood. */
function inMinutes({ at, payload }: EventOf<'EmergencyDeclared'>, { speech }: Moment): Told {
  return Object.fromEntries(
    payload.terms.map(({ assignmentId, dueAt, provisional, acknowledgeBy }) => [
      assignmentId,
      [
        line('emergency-declared', at, {
          zh: `${speech.clock(at).zh}启动应急处置，自此昼夜按分钟计算，到期时间只提前、不推后`,
          en: `declared an emergency ${speech.clock(at).en}: minutes count day and night, and the due is never later for it`,
        }),
        ...(acknowledgeBy
          ? [
              line('acknowledge-by', acknowledgeBy, {
                zh: `签收期限：${speech.clock(acknowledgeBy).zh}`,
                en: `to be acknowledged by ${speech.clock(acknowledgeBy).en}`,
              }),
            ]
          : []),
        ...due({ dueAt, provisional }, undefined, speech),
      ],
    ]),
  );
}

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
