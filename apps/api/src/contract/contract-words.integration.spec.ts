import { describe, expect, it } from '@jest/globals';
import { CASE_SORTS as SORTS_OF_USE_CASE } from '@hotline/application';
import * as contract from '@hotline/contracts-http';
import * as domain from '@hotline/domain';

/** The browser may not load the domain, so the contract says its words again: they must be the same. */
describe('the words of the contract', () => {
  it.each([
    ['ROLES'],
    ['STAGES'],
    ['ASSIGNMENT_STATUSES'],
    ['OUTCOMES'],
    ['CALLBACK_RESULTS'],
    ['SATISFACTIONS'],
    ['DECLINE_REASONS'],
    ['CONTACT_METHODS'],
    ['REQUEST_KINDS'],
    ['URGENCIES'],
    ['PROPOSAL_KINDS'],
    ['NOTICE_KINDS'],
    ['TASK_KINDS'],
    ['QUEUES'],
  ] as const)('%s are the domain’s', (name) => {
    expect(contract[name]).toEqual(domain[name]);
  });

  it('sort lists as the use case does', () => {
    expect(contract.CASE_SORTS).toEqual(SORTS_OF_USE_CASE);
  });
});
