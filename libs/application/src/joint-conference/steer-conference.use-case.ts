import type { Instant } from '@hotline/domain';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { ConferenceView } from './conference-view.ts';
import { onConference } from './on-conference.ts';

interface OfConference {
  readonly conferenceId: string;
}

/** The invitations go out, before they would by themselves. */
export function inviteConference(context: UseCaseContext, { conferenceId }: OfConference): Promise<ConferenceView> {
  return onConference(context, conferenceId, 'invite', () => Promise.resolve({ type: 'invite' }));
}

export interface RescheduleConferenceInput extends OfConference {
  readonly startsAt: Instant;
  readonly text: string;
  /** Another room, where it changes too. */
  readonly place?: string;
}

/** Another time for a session; invitations that went out are updated. */
export function rescheduleConference(
  context: UseCaseContext,
  input: RescheduleConferenceInput,
): Promise<ConferenceView> {
  const { conferenceId, startsAt, place } = input;
  return onConference(context, conferenceId, 'reschedule', async ({ text }) => ({
    type: 'reschedule',
    startsAt,
    text: await text(conferenceId, input.text),
    ...(place ? { place: await text(conferenceId, place) } : {}),
  }));
}

export interface CancelConferenceInput extends OfConference {
  readonly text: string;
}

/** A session is called off; invitations that went out are cancelled. The next month's is opened all the same. */
export function cancelConference(context: UseCaseContext, input: CancelConferenceInput): Promise<ConferenceView> {
  const { conferenceId } = input;
  return onConference(context, conferenceId, 'cancel', async ({ text }) => ({
    type: 'cancel',
    text: await text(conferenceId, input.text),
  }));
}

export interface FinishConferenceResolutionInput extends OfConference {
  readonly resolutionId: string;
  readonly text: string;
}

/** What a session resolved is done. A unit finishes its own resolutions; the center any. */
export function finishConferenceResolution(
  context: UseCaseContext,
  input: FinishConferenceResolutionInput,
): Promise<ConferenceView> {
  const { conferenceId, resolutionId } = input;
  return onConference(context, conferenceId, 'finish-resolution', async ({ text }) => ({
    type: 'finish-resolution',
    resolutionId,
    text: await text(conferenceId, input.text),
  }));
}
