import { TRAINING_SERIES, type Instant, type ProposalState } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { seesAllCases } from './case-sight.ts';

/** A proposal that waits for the director, with the case it is about. */
export interface ProposalRow extends ProposalState {
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly caseRevision: number;
  readonly unitName?: string;
  readonly decideBy: Instant;
}

interface Row {
  proposal: ProposalState;
  case_number: string;
  title: string;
  revision: number;
  unit_name: string | null;
}

/** Proposals still open, but for those of trainings, the most urgent first. They are few: the machine carries out what nobody decides. */
export async function listProposals(
  context: Pick<UseCaseContext, 'orm' | 'actor'>,
): Promise<{ readonly items: readonly ProposalRow[] }> {
  if (!seesAllCases(context.actor)) return { items: [] };
  const rows = await context.orm.em.fork().execute<Row[]>(
    `select p.value as proposal, c.case_number, c.title, s.revision, u.name as unit_name
     from case_file c join stream s on s.id = c.case_number
     cross join lateral jsonb_each(s.state->'proposals') p(key, value)
     left join unit u on u.id = s.state->'assignments'->(p.value->>'assignmentId')->>'unitId'
     where c.proposal_by is not null and c.case_number < ? and p.value->>'status' = 'open'
     order by p.value->>'decideBy', c.case_number limit 500`,
    [TRAINING_SERIES],
  );
  return {
    items: rows.map(
      ({ proposal, case_number: caseNumber, title: caseTitle, revision: caseRevision, unit_name: unitName }) => ({
        ...proposal,
        caseNumber,
        caseTitle,
        caseRevision,
        ...(unitName ? { unitName } : {}),
      }),
    ),
  };
}
