import { documentNumberOf, type CaseEvent, type CaseState } from '@hotline/domain';
import { paperDay } from '../document/number-documents.ts';

interface Step {
  readonly day: string;
  readonly what: string;
}

/** Whose name is asked for: the unit of an assignment, or a unit by its id. */
export interface UnitNames {
  readonly ofAssignment: (assignmentId: string) => string;
  readonly ofUnit: (unitId: string) => string;
}

type Told = (payload: never, names: UnitNames) => string | undefined;
type Payload<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['payload'];
type Tellers = {
  readonly [Type in CaseEvent['type']]?: (payload: Payload<Type>, names: UnitNames) => string | undefined;
};

const RUNGS: Readonly<Record<string, string>> = {
  yellow: '临期提醒承办人',
  red: '超期，告知单位负责人并电话催办',
  'still-overdue': '仍未办结，报中心主任',
};

const PAPERS = {
  'urging-notice': '发催办单',
  'supervision-notice': '发督办单',
  'talk-notice': '发约谈通知书',
  'public-criticism': '通报批评',
} as const;

const TELLERS: Tellers = {
  CaseAssigned: ({ assignments }, { ofUnit }) =>
    `交办${assignments.map(({ unitId, role }) => `${ofUnit(unitId)}（${role === 'lead' ? '主办' : '协办'}）`).join('、')}`,
  AssignmentReturned: ({ assignmentId }, { ofAssignment }) => `${ofAssignment(assignmentId)}退单`,
  DisputeRuled: ({ leadUnitId }, { ofUnit }) => `主任裁定由${ofUnit(leadUnitId)}主办`,
  ExtensionDecided: ({ assignmentId, granted }, { ofAssignment }) =>
    granted ? `同意${ofAssignment(assignmentId)}延期` : undefined,
  InterimReported: ({ assignmentId }, { ofAssignment }) => `${ofAssignment(assignmentId)}阶段反馈`,
  FeedbackSubmitted: ({ assignmentId }, { ofAssignment }) => `${ofAssignment(assignmentId)}反馈办理结果`,
  FeedbackReviewed: ({ assignmentId, accepted }, { ofAssignment }) =>
    accepted ? undefined : `退回${ofAssignment(assignmentId)}的反馈，责成重办`,
  RedoOrdered: ({ redoNumber }) => `诉求人不满意，责成第${redoNumber}次重办`,
  RungActed: ({ rung, subject }, { ofAssignment }) =>
    RUNGS[rung] && subject.endsWith('/due') ? `${ofAssignment(subject.split('/')[0] ?? '')}${RUNGS[rung]}` : undefined,
  UrgingCallRecorded: ({ assignmentId }, { ofAssignment }) => `电话催办${ofAssignment(assignmentId)}`,
  DocumentIssued: ({ assignmentId, kind, number }, { ofAssignment }) =>
    `向${ofAssignment(assignmentId)}${PAPERS[kind]}（${documentNumberOf(kind, number)}）`,
  OnSiteSessionRecorded: ({ assignmentId }, { ofAssignment }) => `会同${ofAssignment(assignmentId)}现场办公`,
  TalkHeld: ({ assignmentId }, { ofAssignment }) => `约谈${ofAssignment(assignmentId)}负责人`,
  LeaderAsked: () => '市领导过问',
  MeetingConvened: ({ unitIds }, { ofUnit }) => `召集${unitIds.map(ofUnit).join('、')}会办`,
  MeetingEnded: ({ result }) => ({ settled: '会办达成一致', unsettled: '会办未能解决', cancelled: '会办取消' })[result],
  ConferenceDecided: ({ decision }) =>
    `联席会议研究，${{ meeting: '决定会办', resolution: '决定联办、协办', noted: '通报情况' }[decision]}`,
  InstructionGiven: () => '分管副市长就前一份专报作出批示',
};

/**
 * 已做工作: what the center and the units did in a case, a line each, dated by days of Shanghai, as the ledger has it. What
 * was done several times in a row is told once; of more than `most` lines the first and the last are told.
 */
export function stepsTaken(
  state: Pick<CaseState, 'assignments'>,
  events: readonly CaseEvent[],
  ofUnit: UnitNames['ofUnit'],
  most = 40,
): string[] {
  const ofAssignment = (id: string): string => ofUnit(state.assignments[id]?.unitId ?? '');
  const steps = events.flatMap((event): Step[] => {
    const tell = TELLERS[event.type] as Told | undefined;
    const what = tell?.(event.payload as never, { ofUnit, ofAssignment });
    return what ? [{ day: paperDay(event.at), what }] : [];
  });
  const lines = inRows(steps).map(({ first, last, what, times }) => {
    const when = first === last ? chinese(first) : `${chinese(first)}至${chinese(last)}`;
    return `${when}，${what}${times > 1 ? `${times}次` : ''}；`;
  });
  if (lines.length <= most) return lines;
  const left = lines.length - most;
  return [...lines.slice(0, most / 2), `（其间另有${left}项，见工单台账）`, ...lines.slice(-most / 2)];
}

interface Row {
  readonly first: string;
  readonly last: string;
  readonly what: string;
  readonly times: number;
}

/** The same, done again and again with nothing else between, is one row. */
function inRows(steps: readonly Step[]): Row[] {
  return steps.reduce<Row[]>((rows, { day, what }) => {
    const before = rows.at(-1);
    if (before?.what !== what) return [...rows, { first: day, last: day, what, times: 1 }];
    return [...rows.slice(0, -1), { ...before, last: day, times: before.times + 1 }];
  }, []);
}

function chinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
