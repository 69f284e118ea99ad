import { decideCase, mayDo, type Instant, type RequestKind, type Urgency } from '@hotline/domain';
import {
  CaseFileEntity,
  CategoryEntity,
  nextCaseNumber,
  sha256,
  StreamEntity,
  type Stream,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeStream } from '../ledger/change-stream.ts';
import { rulesInForce } from '../rules/rules.ts';
import { runUseCase, type Transaction } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';
import { CASE } from './case-shape.ts';
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
 * same case (`external.other-content` when the words differ). Errors: category.unknown.
 */
export function registerCase(
  context: UseCaseContext,
  input: RegisterCaseInput,
): Promise<CaseView & { readonly alreadyThere?: true }> {
  return runUseCase(context, async (transaction) => {
    const { em } = transaction;
    const earlier = input.externalId ? await earlierCase(transaction, input.externalId, digestOf(input)) : undefined;
    if (earlier)
      return {
        ...(await viewCase(transaction, { row: earlier, state: earlier.state as never })),
        alreadyThere: true as const,
      };
    if (!(await em.count(CategoryEntity, { id: input.categoryId })))
      throw new AppError('category.unknown', { categoryId: input.categoryId });
    const { actor, now } = transaction;
    if (!mayDo(actor, 'register', undefined)) throw new AppError('access.denied', { action: 'register' });
    const rules = await rulesInForce(em);
    const caseNumber = await nextCaseNumber(context.orm.em.fork(), now);
    const { kind, urgency, categoryId } = input;
    const events = decideCase(undefined, { type: 'register', kind, urgency, categoryId }, { now, actor, ...rules });
    await writeFile(transaction, caseNumber, input);
    const { state } = await changeStream(transaction, CASE, { id: caseNumber, row: null }, events);
    const row = await em.findOneOrFail(StreamEntity, { id: caseNumber });
    return viewCase(transaction, { row, state });
  });
}

const digestOf = (input: RegisterCaseInput): string =>
  sha256(JSON.stringify([input.title, input.text, input.askedAt ?? null]));

async function earlierCase({ em }: Transaction, externalId: string, digest: string): Promise<Stream | undefined> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 12345))', [externalId]);
  const file = await em.findOne(CaseFileEntity, { externalId }, { disableIdentityMap: true });
  if (!file) return undefined;
  if (file.externalDigest !== digest) throw new AppError('external.other-content', { caseNumber: file.caseNumber });
  return em.findOneOrFail(StreamEntity, { id: file.caseNumber });
}

async function writeFile({ em, now }: Transaction, caseNumber: string, input: RegisterCaseInput): Promise<void> {
  const { channel, callerName, callerPhone, title, text, kind, urgency, categoryId, place, askedAt, externalId } =
    input;
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
    urgency,
    categoryId,
    stage: 'registered',
    registeredAt: new Date(now),
    search: [caseNumber, title, text, place ?? ''].join('\n'),
  });
}
