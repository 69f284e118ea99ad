import {
  maySeeRules,
  type Instant,
  type RulesChangeState,
  type RulesStatus,
  type RulesSubject,
  type WaitMove,
} from '@hotline/domain';
import { findStream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { pageOf, type Page, type PageInput } from '../use-case/page.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { viewRulesChange, type RulesChangeView } from './rules-change-view.ts';

export interface RulesChangeRowView {
  readonly changeId: string;
  readonly subject: RulesSubject;
  readonly status: RulesStatus;
  readonly version: number;
  readonly policyVersion?: number;
  readonly draftedByName: string;
  readonly draftedAt: Instant;
  readonly approvedByName?: string;
  readonly approvedAt?: Instant;
  readonly inForceFrom?: Instant;
}

interface Row {
  id: string;
  subject: RulesSubject;
  status: RulesStatus;
  version: number;
  policy_version: number | null;
  drafted_by_name: string;
  drafted_at: Date;
  approved_by_name: string | null;
  approved_at: Date | null;
  in_force_from: Date | null;
  serial: number;
}

const at = (date: Date): Instant => new Date(date).toISOString();

/** Changes of the rules, the newest first. Errors: access.denied. */
export async function listRulesChanges(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { after, limit }: PageInput,
): Promise<Page<RulesChangeRowView>> {
  if (!maySeeRules(actor)) throw new AppError('access.denied', { action: 'see-rules' });
  const before = after === undefined ? 2 ** 31 - 1 : serialIn(after);
  const rows = await orm.em.fork().execute<Row[]>(
    `select c.*, split_part(c.id, '-', 2)::int as serial, d.name as drafted_by_name, a.name as approved_by_name
     from rules_change c join app_user d on d.id = c.drafted_by left join app_user a on a.id = c.approved_by
     where split_part(c.id, '-', 2)::int < ? order by split_part(c.id, '-', 2)::int desc limit ?`,
    [before, limit + 1],
  );
  const page = pageOf(rows, limit, ({ serial }) => String(serial));
  return { ...page, items: page.items.map(rowView) };
}

function rowView(row: Row): RulesChangeRowView {
  return {
    changeId: row.id,
    subject: row.subject,
    status: row.status,
    version: row.version,
    ...(row.policy_version === null ? {} : { policyVersion: row.policy_version }),
    draftedByName: row.drafted_by_name,
    draftedAt: at(row.drafted_at),
    ...(row.approved_by_name ? { approvedByName: row.approved_by_name } : {}),
    ...(row.approved_at ? { approvedAt: at(row.approved_at) } : {}),
    ...(row.in_force_from ? { inForceFrom: at(row.in_force_from) } : {}),
  };
}

function serialIn(cursor: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(cursor)) throw new AppError('list.bad-cursor');
  return Number(cursor);
}

/** A change of the rules. Errors: rules.not-found, also for what is not his to see. */
export async function getRulesChange(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { changeId }: { readonly changeId: string },
): Promise<RulesChangeView> {
  const em = orm.em.fork();
  const row = await findStream(em, changeId);
  if (!row || row.kind !== 'rules' || !maySeeRules(actor)) throw new AppError('rules.not-found');
  return viewRulesChange({ em }, { row, state: row.state as RulesChangeState });
}

/** What a change would mean for one open case, meeting, report or article. */
export interface PreviewItemView {
  readonly stream: string;
  readonly waits: readonly WaitMove[];
}

/** The pages of a preview, by stream; also while it is under way, as far as it has come. Errors: rules.not-found. */
export async function listPreviewItems(
  { orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>,
  { changeId, run, after = '', limit }: PageInput & { readonly changeId: string; readonly run: number },
): Promise<Page<PreviewItemView>> {
  if (!maySeeRules(actor)) throw new AppError('rules.not-found');
  if (!/^[0-9a-z-]{0,80}$/.test(after)) throw new AppError('list.bad-cursor');
  const em = orm.em.fork();
  const [known] = await em.execute<object[]>(
    `select from rules_run where change_id = ? and number = ? and kind = 'preview'`,
    [changeId, run],
  );
  if (!known) throw new AppError('rules.not-found');
  const rows = await em.execute<{ stream: string; waits: WaitMove[] }[]>(
    'select stream, waits from rules_preview_item where change_id = ? and run = ? and stream > ? order by stream limit ?',
    [changeId, run, after, limit + 1],
  );
  return pageOf(rows, limit, ({ stream }) => stream);
}
