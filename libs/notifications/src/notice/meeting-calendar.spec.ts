import { describe, expect, it } from '@jest/globals';
import { renderNotice } from './render-notice.ts';
import { sampleFacts } from './sample-facts.ts';
import type { MeetingFacts, NoticeFactsOf } from './notice-facts.ts';
import type { CalendarPart } from './notice-sheet.ts';

/** The properties of the one event, unfolded (RFC 5545, section 3.1), by name. */
function propertiesOf(part: CalendarPart | undefined): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  for (const line of (part?.content ?? '').replaceAll('\r\n ', '').split('\r\n').filter(Boolean)) {
    const [, name = '', value = ''] = /^([A-Z-]+)((?:[;:]).*)$/.exec(line) ?? [];
    properties.set(name, [...(properties.get(name) ?? []), value]);
  }
  return properties;
}

const one = (part: CalendarPart | undefined, name: string) => propertiesOf(part).get(name)?.join('|');

describe('the calendar part of a meeting', () => {
  const invitation = renderNotice(sampleFacts('meeting-invitation')).calendar;
  const update = renderNotice(sampleFacts('meeting-update')).calendar;
  const cancellation = renderNotice(sampleFacts('meeting-cancellation')).calendar;

  it('invites with start and end in UTC, organiser, and those who have an address', () => {
    expect(one(invitation, 'METHOD')).toBe(':REQUEST');
    expect(one(invitation, 'SEQUENCE')).toBe(':0');
    expect(one(invitation, 'DTSTART')).toBe(':20260107T063000Z');
    expect(one(invitation, 'DTEND')).toBe(':20260107T083000Z');
    expect(one(invitation, 'DTSTAMP')).toBe(':20260105T010000Z');
    expect(one(invitation, 'LOCATION')).toBe(':市广电局三楼会议室');
    expect(one(invitation, 'ORGANIZER')).toContain('mailto:hotline@rugao.example');
    expect(propertiesOf(invitation).get('ATTENDEE')).toHaveLength(2);
    expect(one(invitation, 'ATTENDEE')).toMatch(/RSVP=TRUE.*jsj@rugao\.example/);
  });

  it('changes and cancels the same entry: one UID, a rising sequence', () => {
    const parts = [invitation, update, cancellation];
    expect(new Set(parts.map((part) => one(part, 'UID')))).toEqual(new Set([':202601050042-meeting-1@hotline-12345']));
    expect(parts.map((part) => one(part, 'SEQUENCE'))).toEqual([':0', ':1', ':2']);
    expect(parts.map((part) => one(part, 'METHOD'))).toEqual([':REQUEST', ':REQUEST', ':CANCEL']);
    expect(one(cancellation, 'STATUS')).toBe(':CANCELLED');
    expect(one(update, 'DTSTART')).toBe(':20260108T010000Z');
  });

  it('is the same when written twice', () => {
    expect(renderNotice(sampleFacts('meeting-invitation')).calendar).toEqual(invitation);
  });

  it('comes with invitations, changes and cancellations only', () => {
    expect(renderNotice(sampleFacts('meeting-reminder')).calendar).toBeUndefined();
    expect(renderNotice(sampleFacts('resolution')).calendar).toBeUndefined();
  });

  it('keeps hostile words inside their property, in lines of at most 75 octets', () => {
    const hostile = '会议"室;:,\\\r\nATTENDEE:mailto:evil@x.example\r\nEND:VEVENT\u{20bb7}'.repeat(3);
    const { meeting } = sampleFacts('meeting-invitation') as NoticeFactsOf<'meeting-invitation'>;
    const changed: MeetingFacts = {
      ...meeting,
      place: hostile,
      organiser: { ...meeting.organiser, name: hostile },
      attendees: [{ name: hostile, address: 'a@rugao.example' }],
    };
    const part = renderNotice(sampleFacts('meeting-invitation', { title: hostile, meeting: changed })).calendar;
    expect(propertiesOf(part).get('ATTENDEE')).toHaveLength(1);
    expect(propertiesOf(part).get('END')).toEqual([':VEVENT', ':VCALENDAR']);
    const lines = (part?.content ?? '').split('\r\n');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
  });
});
