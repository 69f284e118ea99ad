import { differenceOf, isSteady, type Calibration, type Calibrator } from './calibration.ts';

/** One side of a comparison: measures itself once, from a fresh start. */
export interface Side<Numbers> {
  readonly name: string;
  measure(): Promise<Numbers>;
}

/** What the sides found, a round each, side by side. */
export interface Rounds<Numbers> {
  readonly kept: readonly Readonly<Record<string, Numbers>>[];
  /** Rounds in which the machine was not the same before and after. */
  readonly dropped: number;
  /** What kept a round from coming to its end. */
  readonly failures: readonly string[];
  /** Whether the machine never held still, so that dropped rounds had to be kept as well. */
  readonly restless: boolean;
}

/**
 * Measures the sides by turns, the order reversed in every second round (A B, B A, A B, …). A round is dropped and
 * repeated when a calibration before and after it differs by more than 15 %, or when it fails; in all at most as often
 * again as there are rounds.
 *
 * @throws Error of the last round when none came to its end
 */
export async function measureByTurns<Numbers>(
  sides: readonly Side<Numbers>[],
  options: { readonly rounds: number; readonly calibrator: Calibrator; readonly say: (line: string) => void },
): Promise<Rounds<Numbers>> {
  const { rounds, calibrator, say } = options;
  const kept: Record<string, Numbers>[] = [];
  const doubtful: Record<string, Numbers>[] = [];
  const failures: Error[] = [];
  for (let turn = 0; kept.length < rounds && turn < 2 * rounds; turn++) {
    const before = await calibrator.measure();
    const round = await playRound(turn % 2 === 0 ? sides : sides.toReversed()).catch((error: Error) => error);
    const after = await calibrator.measure();
    if (round instanceof Error) failures.push(round);
    else if (isSteady(before, after)) kept.push(round);
    else doubtful.push(round);
    say(`round ${turn + 1}: ${fateOf(round, before, after)}`);
  }
  const [failure] = failures.toReversed();
  if (failure && kept.length + doubtful.length === 0) throw failure;
  return {
    kept: [...kept, ...doubtful].slice(0, rounds),
    dropped: doubtful.length,
    failures: failures.map(({ message }) => message),
    restless: kept.length < rounds,
  };
}

function fateOf(round: object, before: Calibration, after: Calibration): string {
  if (round instanceof Error) return `failed: ${round.stack ?? round.message}`;
  const fate = isSteady(before, after) ? 'kept' : 'dropped, the machine was not the same';
  return `${fate} (calibrations differ by ${(differenceOf(before, after) * 100).toFixed(0)} %: ${told(before)}, then ${told(after)})`;
}

function told({ computing, commits }: Calibration): string {
  return `${computing.toFixed(1)} ms and ${commits.toFixed(0)} commits/s`;
}

async function playRound<Numbers>(sides: readonly Side<Numbers>[]): Promise<Record<string, Numbers>> {
  const round: Record<string, Numbers> = {};
  for (const side of sides) round[side.name] = await side.measure();
  return round;
}

/** What a reader must know of the rounds. */
export function notesOfRounds({ dropped, failures, restless }: Rounds<unknown>): string[] {
  const failed = failures.map((reason) => `A round failed and was repeated: ${reason}`);
  if (restless && dropped > 0)
    return [
      ...failed,
      `The machine did not hold still: ${dropped} rounds differed by more than 15 % before and after, and some of them had to be kept. The ratios are doubtful.`,
    ];
  if (restless) return [...failed, 'There are fewer rounds than were asked for.'];
  return dropped > 0
    ? [...failed, `${dropped} rounds were dropped and repeated: the machine was not the same.`]
    : failed;
}
