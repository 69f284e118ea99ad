/** What became of the one action that each of some cases owed. */
export interface ActionsDone {
  /** Cases in which the rung acted. */
  readonly acted: number;
  /** Cases in which it did not, or whose notice was not mailed. */
  readonly lost: number;
  /** Actions, notices or mails beyond the one of each case. */
  readonly doubled: number;
  /** When the first and the last case acted, and the last notice was mailed; milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly mailedAt: number;
}

const ACTIONS = `
  with owed as (select unnest($1::text[]) as stream),
  acts as (
    select stream, count(*) as times, min(at) as first_at, max(at) as last_at from event
    where split_part(action_key, ':', 3) = $2 and stream = any($1) group by stream),
  notices as (
    select stream, recipient_id, count(*) as times, count(*) filter (where mail = 'sent') as sent, max(mailed_at) as mailed_at
    from notice where kind = $2 and stream = any($1) group by stream, recipient_id)
  select
    (select count(*) from acts) as acted,
    (select count(*) from owed where stream not in (select stream from acts)
       or stream not in (select stream from notices where sent > 0)) as lost,
    (select coalesce(sum(times - 1), 0) from acts) + (select coalesce(sum(times - 1), 0) from notices) as doubled,
    (select extract(epoch from min(first_at)) * 1000 from acts) as first_at,
    (select extract(epoch from max(last_at)) * 1000 from acts) as last_at,
    (select extract(epoch from max(mailed_at)) * 1000 from notices) as mailed_at`;

/** Where it is looked: in the hotline's database, and at the mail server. */
export interface Evidence {
  ask<Row extends object>(question: string, values: readonly unknown[]): Promise<Row[]>;
  /** Keys of notices that came more than once. */
  doubledMails(): Promise<readonly string[]>;
}

/** Looks in the ledger, among the notices and at the mail server what became of a rung of some cases. */
export async function actionsDone(
  evidence: Evidence,
  caseNumbers: readonly string[],
  rung: string,
): Promise<ActionsDone> {
  const [row] = await evidence.ask<Record<string, string | null>>(ACTIONS, [caseNumbers, rung]);
  const number = (name: string): number => Number(row?.[name] ?? 0);
  const mailedTwice = await evidence.doubledMails();
  return {
    acted: number('acted'),
    lost: number('lost'),
    doubled: number('doubled') + mailedTwice.length,
    firstAt: number('first_at'),
    lastAt: number('last_at'),
    mailedAt: number('mailed_at'),
  };
}
