import { decideCase, mayDo, type CaseState, type Instant, type RequestKind, type Urgency } from '@hotline/domain';
import { CaseFileEntity, CategoryEntity, findStream, nextCaseNumber, sha256 } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream } from '../ledger/change-stream.ts';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import { ensureStorable } from '../use-case/storable-words.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { CASE, standingOf } from './case-shape.ts';
import type { LockedCase } from './change-case.ts';
import { viewCase, type CaseView } from './case-view.ts';

export interface RegisterCaseInput {
  readonly channel: string;
  readonly callerName?: string;
  readonly callerPhone?: string;
  readonly title: string;
  readonly text: string;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly place?: string;
  /** When the citizen asked, where that was earlier than now. */
  readonly askedAt?: Instant;
  /** The request's id in the system it came from: registered once, however often it is brought. */
  readonly externalId?: string;
}

/**
 * 受理登记: writes down what a citizen brought and gives it its number. Brought again under the same `externalId` it is the
 * same case (`external.other-content` when the words differ). Errors: category.unknown, text.not-storable.
 */
export function registerCase(
  context: UseCaseContext,
  input: RegisterCaseInput,
): Promise<CaseView & { readonly alreadyThere?: true }> {
  return runUseCase(context, async (transaction) => {
    const { em, actor, now } = transaction;
    if (!mayDo(actor, 'register')) throw new AppError('access.denied', { action: 'register' });
    const { channel, callerName, callerPhone, title, text, place, externalId, kind, urgency, categoryId } = input;
    ensureStorable(channel, callerName, callerPhone, title, text, place, externalId);
    const earlier = externalId === undefined ? undefined : await earlierCase(transaction, externalId, digestOf(input));
    if (earlier) return { ...(await viewCase(transaction, earlier)), alreadyThere: true as const };
    if (!(await em.count(CategoryEntity, { id: categoryId }))) throw new AppError('category.unknown', { categoryId });
    const rules = await rulesInForce(em);
    const caseNumber = await nextCaseNumber(em, now);
    const events = decideCase(
      undefined,
      { type: 'register', kind, urgency, categoryId, backlog: input.channel === 'import' },
      { now, actor, ...rules },
    );
    const { state, row } = await changeStream(transaction, CASE, { id: caseNumber }, events);
    await writeFile(transaction, state, input);
    return viewCase(transaction, { row, state });
  });
}

const digestOf = (input: RegisterCaseInput): string =>
  sha256(JSON.stringify([input.title, input.text, input.askedAt ?? null]));

/** The case that was registered under an external id; nobody else registers under it until this transaction ends. */
async function earlierCase({ em }: Transaction, externalId: string, digest: string): Promise<LockedCase | undefined> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 12345))', [externalId]);
  const file = await em.findOne(CaseFileEntity, { externalId }, { disableIdentityMap: true });
  if (!file) return undefined;
  if (file.externalDigest !== digest) throw new AppError('external.other-content', { caseNumber: file.caseNumber });
  const row = await findStream(em, file.caseNumber);
  return row && { row, state: row.state as CaseState };
}

async function writeFile({ em, now }: Transaction, state: CaseState, input: RegisterCaseInput): Promise<void> {
  const { caseNumber } = state;
  const { channel, callerName, callerPhone, title, text, kind, categoryId, place, askedAt, externalId } = input;
  await em.insert(CaseFileEntity, {
    caseNumber,
    channel,
    callerName: callerName ?? null,
    callerPhone: callerPhone ?? null,
    title,
    text,
    place: place ?? null,
    askedAt: askedAt ? new Date(askedAt) : null,
    externalId: externalId ?? null,
    externalDigest: externalId ? digestOf(input) : null,
    kind,
    categoryId,
    ...standingOf(state, undefined, now),
    registeredAt: new Date(now),
    search: [caseNumber, title, text, place ?? ''].join('\n').toLowerCase(),
  });
}
