import { keepsCircle, seesConferences, type Rhythm } from '@hotline/domain';
import { CircleEntity, CircleMemberEntity, lockName } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { ensureUnit } from '../organisation/known.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { readCircle, type CircleView } from './circle.ts';

export interface KeepCircleInput {
  readonly rhythm: Rhythm;
  readonly place: string;
  /** In their order. Who has an id stays the body he was; who is not named has left the circle. */
  readonly members: readonly {
    readonly memberId?: string;
    readonly name: string;
    readonly unitId?: string;
    readonly contact?: string;
    readonly mail?: string;
  }[];
}

/**
 * 联席会议制度: who belongs to the circle, and when it meets. Sessions that are open stay as they were called.
 * Errors: access.denied, unit.unknown, circle.unknown-member, circle.another-body, circle.twice, circle.mail-missing.
 */
export function keepCircle(context: UseCaseContext, input: KeepCircleInput): Promise<CircleView> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    if (!keepsCircle(actor)) throw new AppError('access.denied', { action: 'keep-circle' });
    await lockName(em, 'circle');
    await writeMembers(transaction, input.members);
    ensureStorable(input.place);
    const { week, weekday, minute } = input.rhythm;
    const facts = { week, weekday, minute, place: input.place, changedBy: actor.userId, changedAt: new Date(now) };
    await em.upsert(CircleEntity, { id: 'circle', ...facts }, { disableIdentityMap: true });
    return readCircle(em);
  });
}

async function writeMembers({ em }: Transaction, members: KeepCircleInput['members']): Promise<void> {
  const rows = await em.find(CircleMemberEntity, {}, { disableIdentityMap: true });
  const known = new Map(rows.map(({ id, unitId }) => [id, unitId ?? undefined]));
  const twice = (ids: readonly (string | undefined)[]): boolean => {
    const given = ids.filter((id) => id !== undefined);
    return new Set(given).size < given.length;
  };
  if (twice(members.map(({ memberId }) => memberId)) || twice(members.map(({ unitId }) => unitId)))
    throw new AppError('circle.twice');
  await em.nativeUpdate(CircleMemberEntity, { active: true }, { active: false });
  let last = rows.length;
  for (const [position, { memberId, name, unitId, contact, mail }] of members.entries()) {
    if (memberId !== undefined && !known.has(memberId)) throw new AppError('circle.unknown-member', { memberId });
    // A session that is open counts the units among its members: the new body joins as a member of its own.
    if (memberId !== undefined && known.get(memberId) !== unitId) throw new AppError('circle.another-body', { name });
    if (unitId) await ensureUnit(em, unitId);
    else if (!mail) throw new AppError('circle.mail-missing', { name });
    for (const words of [name, contact, mail]) if (words) ensureStorable(words);
    const facts = {
      name,
      unitId: unitId ?? null,
      contact: contact ?? null,
      mail: mail ?? null,
      position,
      active: true,
    };
    if (memberId === undefined) await em.insert(CircleMemberEntity, { id: `m${++last}`, ...facts });
    else await em.nativeUpdate(CircleMemberEntity, { id: memberId }, facts);
  }
}

/** The circle, for the center and the leaders. Errors: access.denied. */
export async function getCircle({ orm, actor }: Pick<UseCaseContext, 'orm' | 'actor'>): Promise<CircleView> {
  if (!seesConferences(actor)) throw new AppError('access.denied', { action: 'see-circle' });
  return readCircle(orm.em.fork());
}
