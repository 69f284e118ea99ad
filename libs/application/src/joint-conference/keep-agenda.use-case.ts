import { isTraining } from '@hotline/domain';
import { AppError } from '../app-error.ts';
import { findCaseInSight } from '../case/case-sight.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { ConferenceView } from './conference-view.ts';
import { onConference } from './on-conference.ts';

export interface AddAgendaItemInput {
  readonly conferenceId: string;
  /** Absent: a point without a case. */
  readonly caseNumber?: string;
  /** Why the case is put on the agenda, or what the point is. */
  readonly text: string;
  /** The members it needs; nobody: the whole circle. */
  readonly memberIds: readonly string[];
}

/**
 * A case or a point is put on the agenda.
 * Errors: case.not-found, conference.agenda-full, conference.case-on-agenda, conference.not-a-member.
 */
export function addAgendaItem(context: UseCaseContext, input: AddAgendaItemInput): Promise<ConferenceView> {
  const { conferenceId, caseNumber, memberIds } = input;
  return onConference(context, conferenceId, 'add-item', async (transaction) => {
    const isThere = caseNumber === undefined || (await findCaseInSight(transaction, caseNumber));
    if (!isThere || isTraining(caseNumber ?? '')) throw new AppError('case.not-found');
    return {
      type: 'add-item',
      text: await transaction.text(conferenceId, input.text),
      memberIds: [...new Set(memberIds)],
      ...(caseNumber ? { caseNumber } : {}),
    };
  });
}

export interface RemoveAgendaItemInput {
  readonly conferenceId: string;
  readonly itemId: string;
  readonly text: string;
}

/** An item is taken off the agenda, with the reason. Errors: conference.unknown-item. */
export function removeAgendaItem(context: UseCaseContext, input: RemoveAgendaItemInput): Promise<ConferenceView> {
  const { conferenceId, itemId } = input;
  return onConference(context, conferenceId, 'remove-item', async ({ text }) => ({
    type: 'remove-item',
    itemId,
    text: await text(conferenceId, input.text),
  }));
}
