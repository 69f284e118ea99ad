import { randomUUID } from 'node:crypto';
import { seenBy, type Made } from './made-request.ts';
import {
  absence,
  delegation,
  feedbackProposed,
  leaderOfRoom,
  shiftBegun,
  shiftWritten,
  stayEnded,
  stayWritten,
  subDesk,
} from './people-stages.ts';
import { inDays } from './ready-values.ts';

let shifts = 0;

/** What is done with the people of the house. */
export const PEOPLE_REQUESTS: Readonly<Record<string, Made>> = {
  listAbsences: seenBy('operator'),
  noteAbsence: seenBy('operator'),
  endAbsence: async (stages) => ({ by: 'operator', path: { absenceId: await stages.without(absence) } }),
  listSubDesks: seenBy('water-handler'),
  openSubDesk: () => ({ by: 'water-head', path: {}, more: { name: `信访 ${randomUUID()}` } }),
  changeSubDesk: async (stages) => ({
    by: 'water-head',
    path: { subDeskId: await stages.without(subDesk) },
    more: { name: `信访 ${randomUUID()}` },
  }),
  handOverWithin: async (stages) => {
    const { caseNumber, revision } = await stages.assignedToOne();
    const more = { subDeskId: await stages.without(subDesk) };
    return { by: 'water-handler', path: { caseNumber, assignmentId: 'a1' }, revision, more };
  },
  keepUnitSetting: () => ({ by: 'water-head', path: { unitId: 'water' }, more: { headApproves: false } }),
  decideFeedbackProposal: async (stages) => {
    const { caseNumber } = await stages.acknowledged();
    const { revision } = await stages.without((city) => feedbackProposed(city, caseNumber));
    return { by: 'water-head', path: { caseNumber, assignmentId: 'a1' }, revision };
  },
  listDelegations: seenBy('operator'),
  delegate: seenBy('director'),
  endDelegation: async (stages) => ({
    by: 'director',
    path: { delegationId: await stages.without(delegation) },
  }),
  listRooms: seenBy('operator'),
  putIntoRoom: () => ({ by: 'admin', path: { userId: 'leader' } }),
  nameRoomHead: async (stages) => {
    await stages.without(leaderOfRoom);
    return { by: 'director', path: { room: 'intake' } };
  },
  listStays: seenBy('operator'),
  planStay: seenBy('director'),
  writeStayHandOver: async (stages) => ({ by: 'director', path: { stayId: await stages.without(stayEnded) } }),
  confirmStayHandOver: async (stages) => ({ by: 'operator', path: { stayId: await stages.without(stayWritten) } }),
  listShifts: seenBy('operator'),
  planShift: () => {
    const start = 40 + (shifts += 1);
    return { by: 'supervisor', path: {}, more: { from: inDays(start), until: inDays(start + 0.4) } };
  },
  writeHandOver: async (stages) => ({ by: 'supervisor', path: { shiftId: await stages.without(shiftBegun) } }),
  confirmHandOver: async (stages) => ({ by: 'director', path: { shiftId: await stages.without(shiftWritten) } }),
};
