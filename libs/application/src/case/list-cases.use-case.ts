import type { Instant, Outcome, RequestKind, Stage, Urgency } from '@hotline/domain';
import { seesWithinUnits } from '../sub-desk/sub-desks.ts';
import { pageOf, type Page } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { CaseQuery, cursorOf, type CaseSort } from './case-query.ts';

export interface ListCasesInput {
  readonly stage?: Stage;
  readonly unitId?: string;
  /** Of those, the ones that a sub-desk of the unit has or had (台账). */
  readonly subDeskId?: string;
  readonly urgency?: Urgency;
  readonly channel?: string;
  readonly kind?: RequestKind;
  readonly categoryId?: string;
  /** Found in number, title, words or place. */
  readonly q?: string;
  readonly overdue?: boolean;
  /** Only cases whose earliest running due lies before this instant. */
  readonly dueBefore?: Instant;
  /** Trainings only; otherwise there are none among them. */
  readonly training?: boolean;
  readonly sort?: CaseSort;
  /** The cursor of the page before. */
  readonly after?: string;
  /** 1 to 100. */
  readonly limit: number;
}

/** A case as a line of a list. */
export interface CaseRow {
  readonly caseNumber: string;
  readonly title: string;
  readonly stage: Stage;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly channel: string;
  readonly place?: string;
  readonly registeredAt: Instant;
  readonly dueAt?: Instant;
  readonly overdue: boolean;
  readonly outcome?: Outcome;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly role: 'lead' | 'co';
    readonly status: string;
  }[];
}

interface Row {
  case_number: string;
  title: string;
  stage: Stage;
  kind: RequestKind;
  urgency: Urgency;
  category_id: string;
  channel: string;
  place: string | null;
  registered_at: Date;
  due_at: Date | null;
  overdue: boolean;
  outcome: Outcome | null;
  units: CaseRow['units'] | null;
}

/**
 * A page of cases, by keyset: the next page begins after the last line of this one, whatever came in between. A unit is
 * shown its own duties, and its own due, alone.
 */
export async function listCases(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
  input: ListCasesInput,
): Promise<Page<CaseRow>> {
  const { actor } = context;
  if (actor.unitId && input.unitId && input.unitId !== actor.unitId) return { items: [] };
  if (input.subDeskId && !seesWithinUnits(actor)) return { items: [] };
  const em = context.orm.em.fork();
  const query = await CaseQuery.of(em, actor, input);
  const rows = await em.execute<Row[]>(query.sql(), query.values(input.limit + 1));
  const page = pageOf(rows, input.limit, (row) => cursorOf(input.sort ?? 'newest', row));
  return { ...page, items: page.items.map(toLine) };
}

function toLine(row: Row): CaseRow {
  return {
    caseNumber: row.case_number,
    title: row.title,
    stage: row.stage,
    kind: row.kind,
    urgency: row.urgency,
    categoryId: row.category_id,
    channel: row.channel,
    ...(row.place ? { place: row.place } : {}),
    registeredAt: new Date(row.registered_at).toISOString(),
    ...(row.due_at ? { dueAt: new Date(row.due_at).toISOString() } : {}),
    overdue: row.overdue,
    ...(row.outcome ? { outcome: row.outcome } : {}),
    units: row.units ?? [],
  };
}
