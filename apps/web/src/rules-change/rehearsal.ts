import { z } from 'zod';

const side = z.object({
  due: z.number(),
  completedInTime: z.number(),
  fedBackInTime: z.number(),
  reds: z.number(),
  notices: z.number(),
  proposals: z.number(),
});
const rehearsal = z.object({
  cases: z.number(),
  different: z.number(),
  units: z.record(z.string(), z.object({ actual: side, rehearsed: side })),
});

/** What one side of a rehearsal counts. */
export type RehearsalSide = z.infer<typeof side>;

export interface RehearsalRow {
  readonly unitId: string;
  readonly actual: RehearsalSide;
  readonly rehearsed: RehearsalSide;
}

/** What a rehearsal has counted so far, by unit; nothing before its first piece is done. */
export function rehearsalOf(tally: unknown): {
  readonly cases: number;
  readonly different: number;
  readonly rows: readonly RehearsalRow[];
} {
  const { data } = rehearsal.safeParse(tally);
  if (!data) return { cases: 0, different: 0, rows: [] };
  const { cases, different, units } = data;
  return { cases, different, rows: Object.entries(units).map(([unitId, row]) => ({ unitId, ...row })) };
}
