import { diceOf, type Dice } from '../dice.ts';
import { LINE_TROUBLES, LINES, MAIL_TROUBLES, PARTS, type Fault } from './fault.ts';

/** A fault of a storm: when it begins and how long it lasts, in milliseconds from the storm's begin. */
export interface PlannedFault {
  readonly at: number;
  readonly lasts: number;
  readonly fault: Fault;
}

const CALM_BEFORE = 1_500;
const SHORTEST = 500;

/** Every fault once, kills twice: a storm goes through them in the seed's order, and begins anew when it is through. */
const DECK: readonly Fault[] = [
  ...PARTS.flatMap((part): Fault[] => [
    { kind: 'kill', part },
    { kind: 'kill', part },
  ]),
  ...LINES.flatMap((line) => LINE_TROUBLES.map((trouble): Fault => ({ kind: 'line', line, trouble }))),
  ...MAIL_TROUBLES.map((trouble): Fault => ({ kind: 'mail', trouble })),
  { kind: 'disk' },
  { kind: 'clock', hours: 1 },
  { kind: 'clock', hours: -1 },
  { kind: 'twice' },
  { kind: 'twice' },
];

/** Draws the faults of a storm of so many seconds; the same seed draws the same. They overlap, and all end with the storm. */
export function drawSchedule(seed: number, seconds: number): PlannedFault[] {
  const dice = diceOf(seed, 'schedule');
  const end = seconds * 1_000;
  const planned: PlannedFault[] = [];
  let deck: Fault[] = [];
  for (let at = CALM_BEFORE; at < end - SHORTEST; at += dice.between(800, 4_500)) {
    if (deck.length === 0) deck = dice.shuffled(DECK);
    const fault = deck.pop();
    if (fault) planned.push({ at, lasts: Math.min(lengthOf(fault, dice), end - at), fault });
  }
  return planned;
}

function lengthOf({ kind }: Fault, dice: Dice): number {
  if (kind === 'kill') return dice.between(SHORTEST, 6_000);
  return kind === 'disk' ? dice.between(1_000, 5_000) : dice.between(1_000, 8_000);
}
