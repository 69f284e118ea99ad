import type { Instant, Stage } from '@hotline/domain';
import { seesAllCases } from '../case/case-sight.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** 突发集中诉求: many callers about one thing, named by the case that opened it. */
export interface IncidentView {
  readonly caseNumber: string;
  readonly title: string;
  readonly categoryId: string;
  readonly place?: string;
  readonly openedAt: Instant;
  readonly lastAt: Instant;
  readonly endedAt?: Instant;
  /** How many cases belong to it; the latest two hundred are listed. */
  readonly count: number;
  readonly cases: readonly {
    readonly caseNumber: string;
    readonly title: string;
    readonly stage: Stage;
    readonly registeredAt: Instant;
    readonly mergedInto?: string;
  }[];
}

interface Row {
  readonly case_number: string;
  readonly title: string;
  readonly category_id: string;
  readonly place: string | null;
  readonly opened_at: Date;
  readonly last_at: Date;
  readonly ended_at: Date | null;
  readonly count: number;
  readonly cases: readonly (IncidentView['cases'][number] & { readonly mergedInto: string | null })[];
}

const INCIDENTS = `
  select i.case_number, f.title, f.category_id, f.place, i.opened_at, i.last_at, i.ended_at,
    (select count(*)::int from incident_case c where c.incident = i.case_number) as count,
    (select jsonb_agg(jsonb_build_object('caseNumber', m.case_number, 'title', m.title, 'stage', m.stage,
        'registeredAt', m.registered_at, 'mergedInto', m.merged_into) order by m.case_number desc)
      from (select mf.* from incident_case c join case_file mf on mf.case_number = c.case_number
            where c.incident = i.case_number order by mf.case_number desc limit 200) m) as cases
  from incident i join case_file f on f.case_number = i.case_number
  where (i.ended_at is null) = ? order by i.last_at desc limit 50`;

/** The incidents that are not over, or the latest fifty that are; for who sees every case. */
export async function listIncidents(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { ended = false }: { readonly ended?: boolean | undefined },
): Promise<{ readonly items: readonly IncidentView[] }> {
  if (!seesAllCases(actor)) return { items: [] };
  const rows = await orm.em.fork().execute<Row[]>(INCIDENTS, [!ended]);
  return { items: rows.map(viewOf) };
}

function viewOf(row: Row): IncidentView {
  return {
    caseNumber: row.case_number,
    title: row.title,
    categoryId: row.category_id,
    ...(row.place ? { place: row.place } : {}),
    openedAt: new Date(row.opened_at).toISOString(),
    lastAt: new Date(row.last_at).toISOString(),
    ...(row.ended_at ? { endedAt: new Date(row.ended_at).toISOString() } : {}),
    count: row.count,
    cases: row.cases.map(({ mergedInto, registeredAt, ...facts }) => ({
      ...facts,
      registeredAt: new Date(registeredAt).toISOString(),
      ...(mergedInto ? { mergedInto } : {}),
    })),
  };
}
