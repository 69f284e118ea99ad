import type { BoardEntryKind, Instant } from '@hotline/domain';

/** An entry of the board of today as people see it. */
export interface BoardEntryView {
  readonly entryId: string;
  /** The ETag. */
  readonly revision: number;
  readonly kind: BoardEntryKind;
  readonly title: string;
  /** 口径: what is said about it. */
  readonly wording: string;
  readonly area?: string;
  readonly unitId?: string;
  readonly articleId?: string;
  readonly articleTitle?: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly pinned: boolean;
  readonly state: 'to-come' | 'showing' | 'over';
  readonly writtenByName: string;
  readonly writtenAt: Instant;
  readonly changedByName?: string;
  readonly changedAt?: Instant;
}

export interface BoardRow {
  id: string;
  revision: number;
  kind: BoardEntryKind;
  title: string;
  wording: string;
  area: string | null;
  unit_id: string | null;
  article_id: string | null;
  article_title: string | null;
  starts_at: Date;
  ends_at: Date;
  pinned: boolean;
  state: BoardEntryView['state'];
  written_by_name: string;
  written_at: Date;
  changed_by_name: string | null;
  changed_at: Date | null;
}

/** The rows of the board; the time that passes by is the only bound value before those of the caller. */
export const BOARD_QUERY = `
  select b.*, a.title as article_title, w.name as written_by_name, c.name as changed_by_name,
    case when b.removed_at is not null or b.ends_at <= n.now then 'over' when b.starts_at > n.now then 'to-come' else 'showing' end as state
  from board_entry b cross join (select ?::timestamptz as now) n join app_user w on w.id = b.written_by
    left join app_user c on c.id = b.changed_by left join article a on a.id = b.article_id`;

export function boardEntryView(row: BoardRow): BoardEntryView {
  const { area, unit_id: unitId, article_id: articleId, article_title: articleTitle, changed_by_name: changer } = row;
  return {
    entryId: row.id,
    revision: row.revision,
    kind: row.kind,
    title: row.title,
    wording: row.wording,
    ...(area ? { area } : {}),
    ...(unitId ? { unitId } : {}),
    ...(articleId ? { articleId } : {}),
    ...(articleTitle ? { articleTitle } : {}),
    startsAt: new Date(row.starts_at).toISOString(),
    endsAt: new Date(row.ends_at).toISOString(),
    pinned: row.pinned,
    state: row.state,
    writtenByName: row.written_by_name,
    writtenAt: new Date(row.written_at).toISOString(),
    ...(changer ? { changedByName: changer } : {}),
    ...(row.changed_at ? { changedAt: new Date(row.changed_at).toISOString() } : {}),
  };
}
