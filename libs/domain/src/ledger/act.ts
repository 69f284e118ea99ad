import type { Instant } from '../instant.ts';
import type { WorkingTime } from '../working-time/working-time.ts';
import type { EffectCode } from './effect.ts';
import { actionKey, type Ladders, type RungActed } from './ladder.ts';

/** What acting on a rung means, before a stream gives it meaning. */
export interface Act {
  readonly acted: RungActed;
  readonly effects: readonly EffectCode[];
  readonly key: string;
}

/**
 * Decides what the machine does when a rung's time has come. Nothing when a person came first, when it acted before, or
 * when `at` is too early. After an outage only the highest due rung of the ladder acts; the lower ones are recorded as
 * overtaken (DESIGN, section 5). Work that an overtaken rung would have given out is given out all the same.
 */
export function actOnRung(ladders: Ladders, key: string, at: Instant, time: WorkingTime): Act | undefined {
  const ladder = Object.values(ladders.running).find((running) =>
    running.rungs.some((rung) => actionKey({ ...running, rung: rung.rung, try: rung.try }) === key),
  );
  const due = ladder?.rungs.filter((rung) => rung.at <= at) ?? [];
  const highest = due.at(-1);
  const asked = ladder?.rungs.find((rung) => actionKey({ ...ladder, rung: rung.rung, try: rung.try }) === key);
  if (!ladder || !highest || !asked || asked.at > at) return undefined;
  const { subject, term } = ladder;
  const overtaken = due.slice(0, -1);
  const acted: RungActed = {
    subject,
    term,
    rung: highest.rung,
    try: highest.try,
    plannedAt: highest.at,
    overtaken: overtaken.map(({ rung }) => rung),
    ...(highest.repeat ? { nextAt: time.add(at, highest.repeat).at } : {}),
  };
  const effects = [...overtaken.filter(({ work }) => work).flatMap((rung) => rung.effects), ...highest.effects];
  return { acted, effects, key: actionKey({ subject, term, rung: highest.rung, try: highest.try }) };
}
