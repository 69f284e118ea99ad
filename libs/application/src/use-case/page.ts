/** A page is asked for by the cursor of the one before; `limit` is 1 to 100. */
export interface PageInput {
  readonly after?: string;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page, where there is one. */
  readonly next?: string;
}

/** Whether a cursor's part is an instant just as we write it; the database would stumble over others that JavaScript reads. */
export function isOwnInstant(part: unknown): part is string {
  if (typeof part !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part)) return false;
  const at = new Date(part);
  return !Number.isNaN(at.getTime()) && at.toISOString() === part && !part.startsWith('0000');
}

/** Cuts rows read with one more than the limit into a page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last !== undefined ? { next: cursorOf(last) } : {}) };
}
