import { differenceOf, isSteady, type Calibration } from './calibration.ts';
import { median, pairedRatio, quantile } from './spread.ts';
import { measureByTurns, notesOfRounds } from './rounds.ts';

const steady: Calibration = { computing: 10, commits: 500 };

/** Two sides that note the order in which they are asked, between calibrations that are given. */
async function playRounds(rounds: number, calibrations: readonly Calibration[]) {
  const order: string[] = [];
  const side = (name: string, value: number) => ({
    name,
    async measure() {
      order.push(name);
      return value;
    },
  });
  let next = 0;
  const calibrator = {
    measure: async () => calibrations[next++ % calibrations.length] ?? steady,
    close: async () => undefined,
  };
  const said: string[] = [];
  const sides = [side('ours', 1), side('theirs', 2)];
  const result = await measureByTurns(sides, { rounds, calibrator, say: (line) => said.push(line) });
  return { result, order: order.join(' '), said };
}

describe('rounds', () => {
  it('turn the order of the sides about', async () => {
    const { order, result } = await playRounds(4, [steady]);
    expect(order).toBe('ours theirs theirs ours ours theirs theirs ours');
    expect(result).toMatchObject({ dropped: 0, restless: false });
    expect(notesOfRounds(result)).toEqual([]);
  });

  it('are dropped and repeated when the machine was slowed down meanwhile', async () => {
    const slow = { ...steady, commits: 400 };
    const { result, said } = await playRounds(2, [steady, slow, steady, steady, steady, steady]);
    expect(result).toMatchObject({ dropped: 1, restless: false });
    expect(result.kept).toHaveLength(2);
    expect(said[0]).toBe(
      'round 1: dropped, the machine was not the same (calibrations differ by 25 %: 10.0 ms and 500 commits/s, then 10.0 ms and 400 commits/s)',
    );
  });

  it('say so when the machine never held still', async () => {
    const { result } = await playRounds(2, [steady, { ...steady, computing: 20 }]);
    expect(result).toMatchObject({ dropped: 4, restless: true });
    expect(notesOfRounds(result)[0]).toContain('doubtful');
  });

  it('are repeated when one fails, and say why', async () => {
    let turn = 0;
    const measure = async (): Promise<number> => {
      if (turn++ === 0) throw new Error('the server did not come up');
      return 1;
    };
    const calibrator = { measure: async () => steady, close: async () => undefined };
    const options = { rounds: 2, calibrator, say: () => undefined };
    const result = await measureByTurns([{ name: 'ours', measure }], options);
    expect(result).toMatchObject({ kept: [{ ours: 1 }, { ours: 1 }], restless: false });
    expect(notesOfRounds(result)).toEqual(['A round failed and was repeated: the server did not come up']);
    const failing = { name: 'ours', measure: () => Promise.reject(new Error('never')) };
    await expect(measureByTurns([failing], options)).rejects.toThrow('never');
  });

  it('hold steady what differs by 15 % at most', () => {
    expect(isSteady(steady, { ...steady, computing: 11.5 })).toBe(true);
    expect(isSteady(steady, { ...steady, computing: 11.6 })).toBe(false);
    expect(differenceOf({ ...steady, commits: 250 }, steady)).toBe(1);
  });
});

describe('the middle', () => {
  it('is the median, between two where there is an even number', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
    expect(() => median([])).toThrow('middle of nothing');
  });

  it('of ratios is that of the pairs, not the ratio of the middles', () => {
    expect(pairedRatio([10, 20, 90], [20, 20, 30])).toEqual({
      value: 1,
      unit: '×',
      spread: { min: 0.5, max: 3, rounds: 3 },
    });
  });
});
