import { roomChoice, roomHeadNaming, ROOMS, type Room } from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, CHANGED_PEOPLE, keyOf, need } from '../case-action/action.ts';

/** What is done with the rooms of the center. */
export const roomActions = [
  action({
    name: 'put-into-room',
    schema: roomChoice,
    fields: [{ kind: 'choice', name: 'room', of: ROOMS, in: 'room' }],
    begin: ({ room }) => ({ room }),
    send: async (target, body, headers) => {
      await api.putIntoRoom({ path: { userId: need(target, 'userId') }, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
  action({
    name: 'name-room-head',
    schema: roomHeadNaming,
    fields: [
      {
        kind: 'person',
        name: 'userId',
        optional: true,
        among: (situation) => (user) => user.room !== undefined && user.room === situation.room,
      },
    ],
    send: async (target, body, headers) => {
      const path = { room: need(target, 'room') as Room };
      await api.nameRoomHead({ path, body, headers: keyOf(headers) });
      return CHANGED_PEOPLE;
    },
  }),
];
