import type { Part } from '../part.ts';
import { standardHistory } from '../lifecycle/standard-shape.ts';
import { PURPOSES } from './purposes.ts';

/** What one standard case costs, each step coming after the process has come to rest, as people's steps do. */
export const costPart: Part = {
  name: 'cost',
  title: 'One standard case, in history events and state transitions',
  against: 'the first measured design: 83 events, 38 transitions',
  goals: [
    { measure: 'state transitions', says: 'state transitions', bound: 'at most', value: 30 },
    { measure: 'history events', says: 'history events', bound: 'at most', value: 60 },
  ],
  async run({ house }) {
    const { cost } = await standardHistory(house);
    const { historyEvents, stateTransitions, historyBytes, ledgerEvents, byType } = cost;
    const types = Object.entries(byType).toSorted(([, left], [, right]) => right - left);
    return {
      measures: {
        'state transitions': { value: stateTransitions },
        'history events': { value: historyEvents },
      },
      counters: { historyBytes, ledgerEvents, ...byType },
      notes: types.map(([type, count]) => `${count} × ${type}: ${PURPOSES[type] ?? 'not foreseen'}`),
    };
  },
};
