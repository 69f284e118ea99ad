import {
  completePolicy,
  policyDifferences,
  type Instant,
  type PolicyDifference,
  type RulesChangeState,
  type RulesReach,
  type RulesStatus,
  type RulesSubject,
  type RunKind,
} from '@hotline/domain';
import {
  eventsAfter,
  findRows,
  RulesContentEntity,
  RulesRunEntity,
  type RulesContent,
  type RulesRunRow,
  type Stream,
  type WantedDay,
} from '@hotline/persistence';
import { timelineOf, type TimelineEntry } from '../case/timeline.ts';
import { namesOfPeople } from '../organisation/names.ts';
import { rulesOfVersion } from '../rules/rules.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A preview, a rehearsal or a moving: how far it has come, and what it has found. */
export interface RulesRunView {
  readonly run: number;
  readonly kind: RunKind;
  readonly status: 'running' | 'done' | 'cancelled';
  /** Which version of the draft it looked at. */
  readonly version: number;
  readonly looked: number;
  readonly total?: number;
  readonly touched: number;
  readonly untouched: number;
  readonly tally: object;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}

export interface RulesChangeView {
  readonly changeId: string;
  /** The ETag. */
  readonly revision: number;
  readonly subject: RulesSubject;
  readonly status: RulesStatus;
  readonly version: number;
  readonly basedOn: number;
  readonly policy?: object;
  readonly days?: readonly WantedDay[];
  /** What a draft of a policy changes in the one it is based on. */
  readonly differences: readonly PolicyDifference[];
  readonly draftedByName: string;
  readonly reach?: RulesReach;
  readonly inForceFrom?: Instant;
  readonly policyVersion?: number;
  readonly approvedByName?: string;
  readonly approvedAt?: Instant;
  readonly runs: readonly RulesRunView[];
  readonly timeline: readonly TimelineEntry[];
}

/** A change of the rules as people see it; that the actor may is asked before. */
export async function viewRulesChange(
  { em }: Pick<Transaction, 'em'>,
  { row, state }: { readonly row: Stream; readonly state: RulesChangeState },
): Promise<RulesChangeView> {
  const { changeId, subject, status, version, basedOn, approval, authors } = state;
  const content = await contentOf(em, changeId, version);
  const runs = await findRows(em, RulesRunEntity, 'change_id = ? order by number', [changeId]);
  const nameOf = await namesOfPeople(em, [...authors, ...(approval ? [approval.by] : [])]);
  const before = 'policy' in content ? (await rulesOfVersion(em, basedOn)).policy : undefined;
  const { version: _, ...base } = before ?? { version: 0 };
  const [author = ''] = authors;
  return {
    changeId,
    revision: row.revision,
    subject,
    status,
    version,
    basedOn,
    ...content,
    differences: 'policy' in content ? policyDifferences(base, content.policy) : [],
    draftedByName: nameOf(author) ?? author,
    ...(approval
      ? {
          reach: approval.reach,
          inForceFrom: approval.inForceFrom,
          approvedAt: approval.at,
          approvedByName: nameOf(approval.by) ?? approval.by,
          ...(approval.policyVersion === undefined ? {} : { policyVersion: approval.policyVersion }),
        }
      : {}),
    runs: runs.map(runView),
    timeline: await timelineOf({ em }, (await eventsAfter(em, changeId)).filter(isTold)),
  };
}

/** Each piece of a run's work is an event; people are told how it ends. */
const isTold = ({ type }: { readonly type: string }): boolean => type !== 'RungActed';

export function runView(run: RulesRunRow): RulesRunView {
  const { number, kind, status, contentVersion, looked, total, touched, untouched, tally } = run;
  const at = (date: Date): Instant => new Date(date).toISOString();
  return {
    run: number,
    kind,
    status,
    version: contentVersion,
    looked,
    ...(total === null || total === undefined ? {} : { total }),
    touched,
    untouched,
    tally,
    ...(run.periodFrom && run.periodTo ? { from: at(run.periodFrom), to: at(run.periodTo) } : {}),
    startedAt: at(run.startedAt),
    ...(run.endedAt ? { endedAt: at(run.endedAt) } : {}),
  };
}

/** What a change says in one of its versions; a policy completed. */
export async function contentOf(em: Transaction['em'], changeId: string, version: number): Promise<RulesContent> {
  const [row] = await findRows(em, RulesContentEntity, 'change_id = ? and version = ?', [changeId, version]);
  if (!row) throw new Error(`${changeId} has no version ${version}`);
  return 'policy' in row.content ? { policy: completePolicy(row.content.policy) } : row.content;
}
