import {
  mayDo,
  OPEN_STAGES,
  phoneKey,
  type Instant,
  type Outcome,
  type RequestKind,
  type Stage,
  type Urgency,
} from '@hotline/domain';
import { noteAccess } from '../access/note-access.ts';
import { AppError } from '../app-error.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import { withoutRequest, type UseCaseContext } from '../use-case/use-case-context.ts';

/** One of a caller's earlier cases. */
export interface CallersCase {
  readonly caseNumber: string;
  readonly title: string;
  readonly stage: Stage;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly place?: string;
  readonly registeredAt: Instant;
  readonly dueAt?: Instant;
  readonly outcome?: Outcome;
  /** The case that carries on in its place. */
  readonly mergedInto?: string;
  readonly units: readonly { readonly unitId: string; readonly unitName: string }[];
}

export interface CallerHistory {
  /** The latest twenty, open ones first. */
  readonly items: readonly CallersCase[];
  readonly open: number;
  readonly total: number;
  /** How often he was turned away as a nuisance. */
  readonly nuisances: number;
}

interface Row extends Omit<CallersCase, 'registeredAt' | 'dueAt' | 'place' | 'outcome' | 'mergedInto' | 'units'> {
  readonly registeredAt: Date;
  readonly dueAt: Date | null;
  readonly place: string | null;
  readonly outcome: Outcome | null;
  readonly mergedInto: string | null;
  readonly units: CallersCase['units'] | null;
  readonly open: number;
  readonly total: number;
  readonly nuisances: number;
}

const SHOWN = 20;
const OPEN = OPEN_STAGES.map((stage) => `'${stage}'`).join(', ');

const HISTORY = `
  with calls as (select case_number from request_trait where phone_key = ?
    union select case_number from case_call where phone_key = ?)
  select f.case_number as "caseNumber", f.title, f.stage, f.kind, f.urgency, f.category_id as "categoryId", f.place,
    f.registered_at as "registeredAt", f.due_at as "dueAt", f.outcome, f.merged_into as "mergedInto",
    (select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name) order by a.role desc, a.id)
       from assignment a join unit u on u.id = a.unit_id where a.case_number = f.case_number and a.status <> 'withdrawn') as units,
    (count(*) filter (where f.stage in (${OPEN})) over ())::int as open,
    (count(*) over ())::int as total, (count(*) filter (where f.declined_for = 'nuisance') over ())::int as nuisances
  from calls join case_file f using (case_number)
  order by f.stage in (${OPEN}) desc, f.case_number desc limit ${SHOWN}`;

/**
 * 来电人的历史诉求, by the number he calls from, however it is written: open ones first. That somebody learned who called
 * about each case shown is written down, so a repeat is no replay. Errors: access.denied.
 */
export function lookUpCaller(context: UseCaseContext, input: { readonly phone: string }): Promise<CallerHistory> {
  return runUseCase(withoutRequest(context), async (transaction) => {
    const { em, actor } = transaction;
    if (!mayDo(actor, 'register')) throw new AppError('access.denied', { action: 'register' });
    const key = phoneKey(input.phone);
    const rows = key ? await em.execute<Row[]>(HISTORY, [key, key]) : [];
    const shown = rows.map(({ caseNumber }) => caseNumber);
    await noteAccess(transaction, shown, 'caller-history');
    const { open = 0, total = 0, nuisances = 0 } = rows[0] ?? {};
    return { items: rows.map(caseOf), open, total, nuisances };
  });
}

function caseOf(row: Row): CallersCase {
  const { caseNumber, title, stage, kind, urgency, categoryId, place, registeredAt, dueAt, outcome, mergedInto } = row;
  return {
    caseNumber,
    title,
    stage,
    kind,
    urgency,
    categoryId,
    ...(place ? { place } : {}),
    registeredAt: new Date(registeredAt).toISOString(),
    ...(dueAt ? { dueAt: new Date(dueAt).toISOString() } : {}),
    ...(outcome ? { outcome } : {}),
    ...(mergedInto ? { mergedInto } : {}),
    units: row.units ?? [],
  };
}
