import {
  acceptInvitation,
  addAgendaItem,
  holdConference,
  inviteConference,
  keepCircle,
  MACHINE_ACTOR,
  openConference,
  getConference,
  recordInvitation,
  registerCase,
  type ConferenceView,
  type InvitationView,
} from '@hotline/application';
import { REQUEST, type SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

/** A unit of the small city, and an outside body. */
export const MEMBERS = [
  { name: '水务集团', unitId: 'water' },
  { name: '市信访局', mail: 'xinfang@circle.example' },
];

let months = 0;

/** The session of a month of its own, with one case on its agenda. */
export async function conferenceOpened(city: SmallCity): Promise<ConferenceView> {
  months += 1;
  const month = String(203_000 + months);
  const conferenceId = `conference-${month}`;
  const rhythm = { week: 2, weekday: 3, minute: 540 } as const;
  await keepCircle(city.as('supervisor'), { rhythm, place: '受理中心二楼会议室', members: MEMBERS });
  await openConference({ ...city.as('supervisor'), actor: MACHINE_ACTOR }, { month, startsAt: inDays(40) });
  const { caseNumber } = await registerCase(city.as('operator'), REQUEST);
  await addAgendaItem(city.as('supervisor'), { conferenceId, caseNumber, text: '需要联席研究', memberIds: [] });
  return getConference(city.as('supervisor'), { conferenceId });
}

export async function conferenceInvited(city: SmallCity): Promise<ConferenceView> {
  const { conferenceId } = await conferenceOpened(city);
  return inviteConference(city.as('supervisor'), { conferenceId });
}

/** What may be decided of the case that was put on it, all that can be said; what the rule put there is noted. */
export function decided({ members, agenda }: ConferenceView) {
  const attendedMemberIds = members.map(({ memberId }) => memberId);
  const duty = { unitId: 'water', way: 'assist' as const, text: '腾出管位', dueAt: inDays(50) };
  const meeting = { unitIds: ['water'], startsAt: inDays(45), place: '二楼会议室' };
  const item = { itemId: 'i1', decision: 'meeting' as const, text: '召集会办', meeting, resolutions: [duty] };
  const substitutes = attendedMemberIds.map((memberId) => ({ memberId, person: '王科长', inPlaceOf: '李局长' }));
  const noted = agenda
    .filter(({ itemId }) => itemId !== 'i1')
    .map(({ itemId }) => ({ itemId, decision: 'noted' as const, text: '已通报' }));
  return { attendedMemberIds, substitutes, decisions: [item, ...noted] };
}

export async function conferenceHeld(city: SmallCity): Promise<ConferenceView> {
  const invited = await conferenceInvited(city);
  const { conferenceId } = invited;
  return holdConference(city.as('supervisor'), { conferenceId, minutes: '无', ...decided(invited) });
}

const INVITED = { from: '市信访局', text: '研究信访积案', place: '信访局二楼' };

export function invitationRecorded(city: SmallCity): Promise<InvitationView> {
  return recordInvitation(city.as('supervisor'), { ...INVITED, startsAt: inDays(20) });
}

/** Somebody was named days ago, and it is over since yesterday. */
export async function invitationOver(city: SmallCity): Promise<InvitationView> {
  const then = city.as('supervisor', { clock: { now: async () => inDays(-9) } });
  const { invitationId } = await recordInvitation(then, { ...INVITED, startsAt: inDays(-1) });
  return acceptInvitation(then, { invitationId, attendeeId: 'supervisor' });
}
