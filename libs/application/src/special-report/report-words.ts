import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { activeAssignments, type CaseEvent, type CaseState, type MeetingState } from '@hotline/domain';
import {
  arrayOf,
  CaseFileEntity,
  eventsOfStreams,
  findRows,
  findStreams,
  type ReportWords,
} from '@hotline/persistence';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfUnits } from '../organisation/names.ts';
import { stepsTaken } from './steps-taken.ts';

/** A case as a report tells it. */
interface Told {
  readonly state: CaseState;
  readonly title: string;
  readonly events: readonly CaseEvent[];
  /** What its meetings resolved. */
  readonly resolutions: readonly { readonly unit: string; readonly text: string; readonly done: boolean }[];
  readonly ofUnit: (unitId: string) => string;
}

/** A first draft of a special report, from what the ledger knows of the cases: 症结, 原因, 已做工作, 途径, 请示事项. `headed`: each part says whose it is. */
export async function wordsFromLedger(
  em: SqlEntityManager,
  cases: readonly CaseState[],
  as: 'alone' | 'headed' = 'alone',
): Promise<ReportWords> {
  const told = await tellCases(em, cases);
  const headed = ({ state, title }: Told, words: string): string =>
    as === 'headed' ? `【${state.caseNumber} ${title}】\n${words}` : words;
  const each = (tell: (one: Told) => string): string => told.map(tell).join('\n');
  return {
    trouble: each(trouble),
    cause: each((one) => headed(one, cause(one))),
    tried: each((one) => headed(one, steps(one, as === 'headed' ? 12 : 40))),
    wayOut: each((one) => headed(one, wayOut(one))),
    asked: asked(told),
  };
}

async function tellCases(em: SqlEntityManager, cases: readonly CaseState[]): Promise<Told[]> {
  const numbers = cases.map(({ caseNumber }) => caseNumber);
  const files = await findRows(em, CaseFileEntity, 'case_number = any(?::text[])', [arrayOf(numbers)]);
  const titles = new Map(files.map(({ caseNumber, title }) => [caseNumber, title]));
  const events = (await eventsOfStreams(em, numbers)) as CaseEvent[];
  const meetings = (await findStreams(em, cases.flatMap(meetingsOf))).map(({ state }) => state as MeetingState);
  const resolved = meetings.flatMap(({ caseNumber, resolutions }) =>
    Object.values(resolutions).map((resolution) => ({ caseNumber, ...resolution })),
  );
  const words = await wordsOfTexts(
    em,
    resolved.map(({ text }) => text),
  );
  const unitIds = [
    ...cases.flatMap(({ assignments }) => Object.values(assignments).map(({ unitId }) => unitId)),
    ...resolved.map(({ unitId }) => unitId),
    ...events.flatMap((event) => (event.type === 'MeetingConvened' ? event.payload.unitIds : [])),
    ...events.flatMap((event) => (event.type === 'DisputeRuled' ? [event.payload.leadUnitId] : [])),
  ];
  const nameOf = await namesOfUnits(em, unitIds);
  const ofUnit = (unitId: string): string => nameOf(unitId) ?? unitId;
  return cases.map((state) => ({
    state,
    title: titles.get(state.caseNumber) ?? '',
    events: events.filter(({ stream }) => stream === state.caseNumber),
    resolutions: resolved
      .filter(({ caseNumber }) => caseNumber === state.caseNumber)
      .map(({ unitId, text, doneAt }) => ({ unit: ofUnit(unitId), text: words(text), done: doneAt !== undefined })),
    ofUnit,
  }));
}

function meetingsOf({ caseNumber, meetings }: CaseState): string[] {
  return Array.from({ length: meetings }, (_, index) => `${caseNumber}-meeting-${index + 1}`);
}

const steps = ({ state, events, ofUnit }: Told, most: number): string =>
  stepsTaken(state, events, ofUnit, most).join('\n') || '已受理。';

function trouble({ state, title, ofUnit }: Told): string {
  const responsible = activeAssignments(state)
    .map(({ unitId, role }) => `${ofUnit(unitId)}（${role === 'lead' ? '主办' : '协办'}）`)
    .join('、');
  return `工单${state.caseNumber}“${title}”至今未办结，承办单位：${responsible || '未定'}。`;
}

function cause({ state, ofUnit }: Told): string {
  const stuck = activeAssignments(state)
    .filter(({ status }) => status !== 'accepted')
    .map(({ unitId }) => ofUnit(unitId));
  return stuck.length > 0
    ? `${stuck.join('、')}未在规定期限内办结反馈；退单${state.returns}次，重办${state.redos}次，会办${state.meetings}次。`
    : `诉求人对办理结果不满意，重办${state.redos}次后仍未认可。`;
}

/** What the meetings resolved and is not done yet is the way out; else that each unit's part is made clear. */
function wayOut({ state, resolutions }: Told): string {
  const open = resolutions.filter(({ done }) => !done);
  if (open.length > 0) return open.map(({ unit, text }) => `${unit}：${text}`).join('\n');
  const several = activeAssignments(state).length > 1;
  return `明确${several ? '主办、协办单位各自' : '承办单位'}的责任、办法和完成时限，由受理中心跟踪督办至问题解决。`;
}

function asked(told: readonly Told[]): string {
  const leads = told.flatMap(({ state, ofUnit }) =>
    activeAssignments(state)
      .filter(({ role }) => role === 'lead')
      .map(({ unitId }) => ofUnit(unitId)),
  );
  const named = [...new Set(leads)].join('、');
  return `请分管市领导批示：一、${named ? `由${named}牵头` : '确定牵头单位'}，明确各责任单位分工；二、明确完成时限；三、批示事项由受理中心跟踪追办督办，直到问题圆满解决。`;
}
