import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  isOfCenter,
  type Actor,
  type CaseState,
  type DeclineReason,
  type Instant,
  type Outcome,
  type Stage,
} from '@hotline/domain';
import { CaseFileEntity, findStream, type CaseFile } from '@hotline/persistence';
import { maskPhone } from '../case/mask-phone.ts';
import { callersOf, type CaseCaller } from './callers-of.ts';

/** Somebody who is called back about a case. His number is the one under which he asks after it. */
export interface CallerView {
  readonly caseNumber: string;
  readonly call: number;
  readonly at: Instant;
  readonly name?: string;
  /** Masked. */
  readonly phone?: string;
  readonly calls: number;
}

/** What a case has to do with other calls and cases. */
export interface IntakeView {
  readonly declinedFor?: DeclineReason;
  readonly externalNumber?: string;
  readonly externalDueAt?: Instant;
  /** How often somebody called about it, its registration being the first. */
  readonly calls: number;
  /** Everybody who is told and called back, for the center; left out where it is the one caller alone. */
  readonly callers?: readonly CallerView[];
  /** The case that carries on in this one's place, as it stands. */
  readonly mergedInto?: {
    readonly caseNumber: string;
    readonly stage: Stage;
    readonly outcome?: Outcome;
    readonly citizenDueAt?: Instant;
  };
  readonly merged?: readonly { readonly caseNumber: string; readonly title: string }[];
  readonly incident?: { readonly caseNumber: string; readonly open: boolean };
}

export async function viewIntake(
  { em, actor }: { readonly em: SqlEntityManager; readonly actor: Actor },
  state: CaseState,
  file: CaseFile,
): Promise<IntakeView> {
  const { declinedFor, calledAt, mergedInto, merged, incident } = state;
  const ofCenter = isOfCenter(actor);
  const mayBeMore = ofCenter && calledAt.length > 1;
  const callers = mayBeMore ? ((await viewCallers(em, [state.caseNumber])).get(state.caseNumber) ?? []) : [];
  return {
    ...(declinedFor ? { declinedFor } : {}),
    ...(file.externalNumber ? { externalNumber: file.externalNumber } : {}),
    ...(file.externalDueAt ? { externalDueAt: file.externalDueAt.toISOString() } : {}),
    calls: calledAt.length,
    ...(callers.length > 1 ? { callers } : {}),
    ...(mergedInto ? { mergedInto: await leadOf(em, mergedInto) } : {}),
    ...(merged.length > 0 && !actor.unitId ? { merged: await titlesOf(em, merged) } : {}),
    ...(incident && ofCenter ? { incident: await incidentOf(em, incident) } : {}),
  };
}

/** The callers of each of some cases, their numbers masked. */
export async function viewCallers(
  em: SqlEntityManager,
  caseNumbers: readonly string[],
): Promise<ReadonlyMap<string, readonly CallerView[]>> {
  const callers = await callersOf(em, caseNumbers);
  return new Map([...callers].map(([caseNumber, his]) => [caseNumber, his.map(masked)]));
}

const masked = ({ phone, ...caller }: CaseCaller): CallerView => ({
  ...caller,
  ...(phone ? { phone: maskPhone(phone) } : {}),
});

/** The case that carries on at the end of the chain: a lead may have been merged into another itself. */
async function leadOf(em: SqlEntityManager, number: string): Promise<NonNullable<IntakeView['mergedInto']>> {
  const row = await findStream(em, number);
  if (row?.kind !== 'case') throw new Error(`no case ${number} to be merged into`);
  const { caseNumber, stage, outcome, citizenDueAt, mergedInto } = row.state as CaseState;
  if (mergedInto) return leadOf(em, mergedInto);
  return { caseNumber, stage, ...(outcome ? { outcome } : {}), ...(citizenDueAt ? { citizenDueAt } : {}) };
}

async function titlesOf(em: SqlEntityManager, numbers: readonly string[]) {
  const fields = ['caseNumber', 'title'] as const;
  const files = await em.find(
    CaseFileEntity,
    { caseNumber: { $in: [...numbers] } },
    { fields, orderBy: { caseNumber: 'asc' }, disableIdentityMap: true },
  );
  return files.map(({ caseNumber, title }) => ({ caseNumber, title }));
}

async function incidentOf(em: SqlEntityManager, caseNumber: string) {
  const [row] = await em.execute<{ open: boolean }[]>(
    'select ended_at is null as open from incident where case_number = ?',
    [caseNumber],
  );
  return { caseNumber, open: row?.open ?? false };
}
