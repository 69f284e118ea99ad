import { absenceEnding, absenceNote, type Role, type User } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, keyOf, need, type Situation } from '../case-action/action.ts';
import { serverNow } from '../time/clock.ts';
import { instantOf, wallClock } from '../time/local-time.ts';

const OF_CENTER: ReadonlySet<Role> = new Set([
  'operator',
  'dispatcher',
  'shift-leader',
  'quality-checker',
  'supervisor',
  'director',
]);

/** Who notes the absence of others: of the center, or of his unit. Everybody else notes his own. */
export const notesForOthers = (role: Role): boolean => ['supervisor', 'director', 'unit-head'].includes(role);

/** Those for whom somebody may note an absence. */
export const inHisHands =
  ({ role, unitId }: Pick<Situation, 'role' | 'unitId'>) =>
  (user: Pick<User, 'role' | 'unitId'>): boolean =>
    role === 'unit-head' ? user.unitId === unitId : OF_CENTER.has(user.role) || user.role === 'deputy-mayor';

/** Those who may stand in: of the same unit, or all of the center. */
const standsIn =
  ({ unitId }: Situation) =>
  (user: User): boolean =>
    unitId ? user.unitId === unitId : OF_CENTER.has(user.role);

/** 请假与代班 */
export const absenceActions = [
  action({
    name: 'note-absence',
    schema: absenceNote,
    fields: [
      {
        kind: 'person',
        name: 'userId',
        optional: true,
        when: (_, { role }) => notesForOthers(role),
        among: inHisHands,
      },
      { kind: 'person', name: 'substituteId', optional: true, among: standsIn },
      { kind: 'instant', name: 'from' },
      { kind: 'instant', name: 'until' },
    ],
    begin: () => ({ from: instantOf(wallClock(serverNow())) }),
    send: async (_, body, headers) => {
      await api.noteAbsence({ body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'end-absence',
    schema: absenceEnding,
    fields: [],
    send: async (target, body, headers) => {
      await api.endAbsence({ path: { absenceId: need(target, 'absenceId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
