import { stayHandOverConfirmation, stayHandOverWriting, stayPlanning, type User } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, keyOf, need } from '../case-action/action.ts';

/** The people of the center below its director: those of its rooms. */
const ofRooms = () => (user: User) => user.room !== undefined;

/** What is done with stays and their hand-over lists. */
export const stayActions = [
  action({
    name: 'plan-stay',
    schema: stayPlanning,
    fields: [
      { kind: 'person', name: 'userId', among: ofRooms },
      { kind: 'instant', name: 'from' },
      { kind: 'instant', name: 'until' },
    ],
    send: async (_, body, headers) => {
      await api.planStay({ body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'write-stay-hand-over',
    schema: stayHandOverWriting,
    fields: [
      { kind: 'person', name: 'successorId', among: ofRooms },
      { kind: 'words', name: 'remarks' },
    ],
    send: async (target, body, headers) => {
      await api.writeStayHandOver({ path: { stayId: need(target, 'stayId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'confirm-stay-hand-over',
    schema: stayHandOverConfirmation,
    fields: [],
    send: async (target, _, headers) => {
      // One matter, or all that are left.
      const body = target.matterId ? { matters: [target.matterId] } : {};
      await api.confirmStayHandOver({ path: { stayId: need(target, 'stayId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
