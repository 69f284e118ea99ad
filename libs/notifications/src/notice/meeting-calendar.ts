import { instantOf, millisecondsOf, type Instant } from '@hotline/domain';
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MeetingFacts } from './notice-facts.ts';
import type { CalendarPart } from './notice-sheet.ts';
import { manyLines, oneLine } from './plain-text.ts';

const USUAL_MINUTES = 120;

/** The end of a meeting, two hours after its start unless told. */
export function endOfMeeting({ startsAt, minutes }: MeetingFacts): Instant {
  return instantOf(millisecondsOf(startsAt) + (minutes ?? USUAL_MINUTES) * 60_000);
}

/**
 * The invitation or cancellation of a meeting as iCalendar (RFC 5545, iTIP RFC 5546). The UID depends on the meeting
 * alone, so that a later part with a higher SEQUENCE changes the same entry; instants are in UTC.
 */
export function meetingCalendar(
  method: CalendarPart['method'],
  meeting: MeetingFacts,
  words: { readonly summary: string; readonly description: string; readonly link: string; readonly at: Instant },
): CalendarPart {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Rugao 12345', product: 'Hotline', language: 'ZH' },
  });
  calendar.createEvent({
    id: `${meeting.meetingId}@hotline-12345`,
    sequence: meeting.sequence,
    stamp: new Date(words.at),
    start: new Date(meeting.startsAt),
    end: new Date(endOfMeeting(meeting)),
    summary: oneLine(words.summary),
    description: manyLines(words.description),
    ...(meeting.place ? { location: oneLine(meeting.place) } : {}),
    url: oneLine(words.link),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(meeting.organiser.name), email: oneLine(meeting.organiser.address) },
    attendees: meeting.attendees.flatMap(({ name, address }) =>
      address
        ? [
            {
              name: oneLine(name),
              email: oneLine(address),
              rsvp: true,
              role: ICalAttendeeRole.REQ,
              status: ICalAttendeeStatus.NEEDSACTION,
            },
          ]
        : [],
    ),
  });
  return { method, content: calendar.toString() };
}
