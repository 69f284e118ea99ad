import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { documentNumberOf, RESOLUTION } from '@hotline/domain';
import type { NoticeFacts } from '@hotline/notifications';
import { NoticeEntity, type Notice } from '@hotline/persistence';
import { lineOfItem } from '../document/minutes-of-conference.ts';
import type { ConferenceSource } from '../joint-conference/conference-source.ts';
import { titleOfConference } from '../joint-conference/conference-words.ts';
import type { NoticeSource } from './notice-source.ts';

/** What a notice about a session of the joint conference says, as it stands when it is sent. */
export async function conferenceNoticeFacts(
  source: ConferenceSource,
  { publicUrl, organiser }: Pick<NoticeSource, 'publicUrl' | 'organiser'>,
  notice: Notice,
): Promise<NoticeFacts> {
  const { state, held } = source;
  const { conferenceId, startsAt, month } = state;
  const base = {
    key: notice.key,
    recipientName: notice.recipientName,
    at: notice.createdAt.toISOString(),
    link: `${publicUrl}/conferences/${conferenceId}`,
    conferenceId,
    title: titleOfConference(month),
  };
  const call = async () => ({
    ...base,
    meeting: {
      meetingId: conferenceId,
      startsAt,
      ...(source.place ? { place: source.place } : {}),
      sequence: state.sequence,
      organiser,
      attendees: await attendeesOf(source.em, conferenceId),
    },
    agenda: Object.values(state.agenda).map((item) => lineOfItem(source, item)),
  });
  switch (notice.kind) {
    case 'conference-invitation': {
      const invited = source.events.find(({ type }) => type === 'ConferenceInvited')?.payload;
      const automatic = invited !== undefined && 'automatic' in invited && invited.automatic;
      return { kind: notice.kind, ...(await call()), automatic };
    }
    case 'conference-update':
    case 'conference-cancellation':
      return { kind: notice.kind, ...(await call()), text: saidIn(source, notice) };
    case 'conference-reminder':
      return { kind: notice.kind, ...(await call()) };
    case 'conference-minutes':
      return {
        kind: notice.kind,
        ...base,
        documentNumber: documentNumberOf('minutes', held?.number),
        heldAt: startsAt,
      };
    case 'conference-resolution':
    case 'conference-resolution-due': {
      const resolution = state.resolutions[notice.subject.replace(RESOLUTION, '')];
      if (!resolution) throw new Error(`notice ${notice.key} is about no resolution`);
      const { unitId, way, text, dueAt } = resolution;
      const duty = { unitName: source.unitName(unitId), way, text: source.words(text), due: dueAt };
      return { kind: notice.kind, ...base, ...duty };
    }
    case 'conference-overdue': {
      const matter = notice.subject.startsWith(RESOLUTION) ? 'resolution' : 'minutes';
      return { kind: notice.kind, ...base, matter, heldAt: startsAt };
    }
    default:
      throw new Error(`notice ${notice.key} is about no session`);
  }
}

/** Why it was moved or called off. */
function saidIn(source: ConferenceSource, { eventNumber }: Notice): string {
  const event = source.events.find(({ number }) => number === eventNumber);
  const isSaid = event?.type === 'ConferenceRescheduled' || event?.type === 'ConferenceCancelled';
  return isSaid ? source.words(event.payload.text) : '';
}

/** Everybody the invitation went to. */
async function attendeesOf(em: SqlEntityManager, stream: string) {
  const sent = await em.find(
    NoticeEntity,
    { stream, kind: 'conference-invitation' },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  return sent.map(({ recipientName: name, address }) => ({ name, ...(address ? { address } : {}) }));
}
