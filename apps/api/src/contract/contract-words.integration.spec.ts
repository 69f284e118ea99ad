import { describe, expect, it } from '@jest/globals';
import { ARTICLE_SORTS as ARTICLE_SORTS_OF_USE_CASE, CASE_SORTS as SORTS_OF_USE_CASE } from '@hotline/application';
import * as contract from '@hotline/contracts-http';
import * as domain from '@hotline/domain';

/** The browser may not load the domain, so the contract says its words again: they must be the same. */
describe('the words of the contract', () => {
  it.each([
    ['roles', contract.ROLES, domain.ROLES],
    ['rooms', contract.ROOMS, domain.ROOMS],
    ['kinds of matters handed over', contract.MATTER_KINDS, domain.MATTER_KINDS],
    ['stages', contract.STAGES, domain.STAGES],
    ['statuses of assignments', contract.ASSIGNMENT_STATUSES, domain.ASSIGNMENT_STATUSES],
    ['outcomes', contract.OUTCOMES, domain.OUTCOMES],
    ['results of callbacks', contract.CALLBACK_RESULTS, domain.CALLBACK_RESULTS],
    ['matters of quality checks', contract.QUALITY_MATTERS, domain.QUALITY_MATTERS],
    ['satisfactions', contract.SATISFACTIONS, domain.SATISFACTIONS],
    ['reasons to decline', contract.DECLINE_REASONS, domain.DECLINE_REASONS],
    ['methods of contact', contract.CONTACT_METHODS, domain.CONTACT_METHODS],
    ['kinds of requests', contract.REQUEST_KINDS, domain.REQUEST_KINDS],
    ['urgencies', contract.URGENCIES, domain.URGENCIES],
    ['kinds of proposals', contract.PROPOSAL_KINDS, domain.PROPOSAL_KINDS],
    ['kinds of notices', contract.NOTICE_KINDS, domain.NOTICE_KINDS],
    ['kinds of tasks', contract.TASK_KINDS, domain.TASK_KINDS],
    ['queues', contract.QUEUES, domain.QUEUES],
    ['reasons of likeness', contract.LIKENESS_REASONS, domain.LIKENESS_REASONS],
    ['statuses of articles', contract.ARTICLE_STATUSES, domain.ARTICLE_STATUSES],
    ['kinds of entries of the board', contract.BOARD_ENTRY_KINDS, domain.BOARD_ENTRY_KINDS],
    ['orders of articles', contract.ARTICLE_SORTS, ARTICLE_SORTS_OF_USE_CASE],
    ['subjects of changes of the rules', contract.RULES_SUBJECTS, domain.RULES_SUBJECTS],
    ['statuses of changes of the rules', contract.RULES_STATUSES, domain.RULES_STATUSES],
    ['reaches of changes of the rules', contract.RULES_REACHES, domain.RULES_REACHES],
    ['statuses of sessions', contract.CONFERENCE_STATUSES, domain.CONFERENCE_STATUSES],
    ['decisions of sessions', contract.CONFERENCE_DECISIONS, domain.CONFERENCE_DECISIONS],
    ['ways of resolutions', contract.RESOLUTION_WAYS, domain.RESOLUTION_WAYS],
    ['reasons of the agenda', contract.AGENDA_REASONS, domain.AGENDA_REASONS],
    ['statuses of invitations', contract.INVITATION_STATUSES, domain.INVITATION_STATUSES],
    ['orders of lists', contract.CASE_SORTS, SORTS_OF_USE_CASE],
  ] as const)('%s are the house’s', (_, ofContract, ofHouse) => {
    expect(ofContract).toEqual(ofHouse);
  });
});
