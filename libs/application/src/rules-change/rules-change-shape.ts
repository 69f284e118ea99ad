import { evolveRulesChange, type RulesChangeEvent, type RulesChangeState } from '@hotline/domain';
import { RulesChangeEntity, RulesRunEntity } from '@hotline/persistence';
import type { StreamShape } from '../ledger/change-stream.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** How a change of the rules is folded, and the rows by which people find it and its runs. */
export const RULES_CHANGE: StreamShape<RulesChangeState> = {
  kind: 'rules',
  evolve: (state, event) => evolveRulesChange(state, event as RulesChangeEvent),
  async project({ em, now }, state, events, before) {
    const { changeId: id, subject, status, version, basedOn, approval } = state;
    const facts = {
      status,
      version,
      basedOn,
      reach: approval?.reach ?? null,
      inForceFrom: approval ? new Date(approval.inForceFrom) : null,
      policyVersion: approval?.policyVersion ?? null,
      approvedBy: approval?.by ?? null,
      approvedAt: approval ? new Date(approval.at) : null,
      updatedAt: new Date(now),
    };
    const drafted = { draftedBy: events[0]?.by ?? '', draftedAt: new Date(now) };
    if (before) await em.nativeUpdate(RulesChangeEntity, { id }, facts);
    else await em.insert(RulesChangeEntity, { id, subject, ...drafted, ...facts });
    for (const event of events as readonly RulesChangeEvent[]) await projectRun(em, id, state, event);
  },
};

async function projectRun(
  em: Transaction['em'],
  changeId: string,
  { version }: RulesChangeState,
  event: RulesChangeEvent,
): Promise<void> {
  const begin = (kind: 'preview' | 'rehearsal' | 'moving', number: number, period: object = {}) =>
    em.insert(RulesRunEntity, {
      changeId,
      number,
      kind,
      contentVersion: version,
      status: 'running',
      place: '',
      looked: 0,
      touched: 0,
      untouched: 0,
      tally: {},
      startedBy: event.by,
      startedAt: new Date(event.at),
      ...period,
    });
  const end = (number: number, status: 'done' | 'cancelled') =>
    em.nativeUpdate(RulesRunEntity, { changeId, number }, { status, endedAt: new Date(event.at) });
  if (event.type === 'PreviewStarted') await begin('preview', event.payload.run);
  if (event.type === 'RehearsalStarted') {
    const { run, from, to } = event.payload;
    await begin('rehearsal', run, { periodFrom: new Date(from), periodTo: new Date(to) });
  }
  if (event.type === 'RulesApproved' && event.payload.run !== undefined) await begin('moving', event.payload.run);
  if (event.type === 'RunCancelled') await end(event.payload.run, 'cancelled');
  if (event.type === 'RunFinished') await end(event.payload.run, 'done');
}
