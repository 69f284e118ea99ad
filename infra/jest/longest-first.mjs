import Sequencer from '@jest/test-sequencer';

/** The suites that take longest, so that none of them is begun last, alone, while the other worker has nothing to do. */
const LONGEST = ['nasty-strings', 'chaos.e2e', 'nasty-requests', 'rollout', 'restore', 'list-cost', 'case-from-call'];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.includes(name));
  return place < 0 ? LONGEST.length : place;
};

/** Jest's own order, which knows how long each took the last time, but for a fresh clone, where nothing is known. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((left, right) => placeOf(left) - placeOf(right));
  }
}
