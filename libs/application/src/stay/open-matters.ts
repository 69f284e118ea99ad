import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { caseOfStream, TRAINING_SERIES, type Instant, type OpenMatter, type TaskKind } from '@hotline/domain';
import { arrayOf } from '@hotline/persistence';

/** A matter of a hand-over list as people see it: of a case where it has one. */
export interface MatterView extends OpenMatter {
  readonly caseNumber?: string;
  readonly taskKind?: TaskKind;
  /** Whose substitute he is. */
  readonly personName?: string;
}

/**
 * 交接清单: what is open with somebody. The tasks he took; the open cases that he registered or assigned; the meetings and special
 * reports that he began; what the director delegated to him; whom he stands in for.
 */
export async function openMattersOf(em: SqlEntityManager, userId: string, now: Instant): Promise<OpenMatter[]> {
  const rows = await em.execute<OpenMatter[]>(
    `select 'task' as kind, id::text as id from task where status = 'taken' and assignee_id = ? and not starts_with(stream, ?)
     union all
     select s.kind, s.id from stream s where s.open and s.kind in ('case', 'meeting', 'report') and s.id < ? and exists (
       select 1 from event e where e.stream = s.id and e.type = any(?::text[]) and e.canonical::jsonb->>'by' = ?)
     union all
     select 'delegation', id::text from delegation where to_user_id = ? and ended_at is null and until_at > ?
     union all
     select 'substitute', id::text from absence where substitute_id = ? and ended_at is null and until_at > ?
     order by 1, 2 limit ${MOST}`,
    [userId, TRAINING_SERIES, TRAINING_SERIES, arrayOf(BEGUN_BY), userId, userId, now, userId, now],
  );
  return rows.map(({ kind, id }) => ({ kind, id }));
}

/** As many as somebody goes through one by one. */
const MOST = 1_000;
/** Whoever did one of these is asked about what came of it. */
const BEGUN_BY = ['CaseRegistered', 'CaseAssigned', 'MeetingOpened', 'ReportDrafted'];

/** Shows matters with what they are about. */
export async function mattersShown(
  em: SqlEntityManager,
  matters: readonly OpenMatter[],
): Promise<(matter: OpenMatter) => MatterView> {
  const idsOf = (kind: OpenMatter['kind']) => arrayOf(matters.flatMap((one) => (one.kind === kind ? [one.id] : [])));
  const tasks = await em.execute<{ id: string; kind: TaskKind; stream: string }[]>(
    'select id::text as id, kind, stream from task where id::text = any(?::text[])',
    [idsOf('task')],
  );
  const away = await em.execute<{ id: string; name: string }[]>(
    'select a.id::text as id, u.name from absence a join app_user u on u.id = a.user_id where a.id::text = any(?::text[])',
    [idsOf('substitute')],
  );
  return (matter) => {
    const task = tasks.find(({ id }) => id === matter.id);
    const name = away.find(({ id }) => id === matter.id)?.name;
    const stream = task?.stream ?? matter.id;
    return {
      ...matter,
      ...(/^\d/.test(stream) && matter.kind !== 'delegation' && matter.kind !== 'substitute'
        ? { caseNumber: caseOfStream(stream) }
        : {}),
      ...(task ? { taskKind: task.kind } : {}),
      ...(name ? { personName: name } : {}),
    };
  };
}
