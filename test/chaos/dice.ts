import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be had again: the same seed and name throw the same. */
export interface Dice {
  /** An integer, both ends included. */
  between(from: number, to: number): number;
  /** True so often in a hundred. */
  percent(often: number): boolean;
  /** One of them. @throws RangeError when there is none */
  of<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Dice of their own for everybody and everything that throws, so that one more throw of one changes no other's. */
export function diceOf(seed: number, name: string): Dice {
  const generator = xoroshiro128plus(createHash('sha256').update(`${seed} ${name}`).digest().readInt32BE(0));
  const between = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    between,
    percent: (often) => between(1, 100) <= often,
    of(items) {
      const item = items[between(0, Math.max(0, items.length - 1))];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    shuffled(items) {
      const rest = [...items];
      return items.map(() => rest.splice(between(0, rest.length - 1), 1)).flat();
    },
  };
}
