import {
  decideCase,
  mayDo,
  mayTrain,
  reachableBy,
  type CaseState,
  type ComparedRequest,
  type HelpKind,
  type Instant,
  type RequestKind,
  type Urgency,
} from '@hotline/domain';
import {
  CaseFileEntity,
  CaseSearchEntity,
  findStream,
  insertRows,
  lockName,
  nextCaseNumber,
  sha256,
  writeTrait,
  type RequestTrait,
} from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { comparedOf, UNCLASSIFIED } from '../intake/compared.ts';
import { gatherIncident } from '../intake/gather-incident.ts';
import { incidentOf } from '../intake/incident-of.ts';
import { changeStream } from '../ledger/change-stream.ts';
import { tellCallers } from '../notice/tell-callers.ts';
import { ensureCategory } from '../organisation/known.ts';
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
  /** Where whoever wrote a mail is answered. */
  readonly callerMail?: string;
  readonly title: string;
  readonly text: string;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  /** Left for later where it is missing: `unclassified`. */
  readonly categoryId?: string;
  /** By the 122 line: what is asked for. */
  readonly help?: HelpKind;
  readonly place?: string;
  /** Where on the earth, in degrees of WGS 84. */
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
  /** 涉及人数 */
  readonly peopleConcerned?: number;
  /** When the citizen asked, where that was earlier than now. */
  readonly askedAt?: Instant;
  /** The request's id in the system it came from: registered once, however often it is brought. */
  readonly externalId?: string;
  /** 上级转办: their number, registered once by each channel, and their due, which every term of the case keeps. */
  readonly externalNumber?: string;
  readonly externalDueAt?: Instant;
  /** 要求保密: who he is, is for the center alone. */
  readonly confidential?: boolean;
  /** 演练: nothing real. It gets a number of the trainings' series and a clock of its own. */
  readonly training?: boolean;
}

/**
 * 受理登记: writes down what a citizen brought and gives it its number. Brought again under the same `externalId` it is the
 * same case (`external.other-content` when the words differ). Errors: category.unknown, text.not-storable,
 * external.number-missing, external.number-registered, line-122.not-offered, line-122.help-elsewhere.
 */
export function registerCase(context: UseCaseContext, input: RegisterCaseInput): Promise<Registered> {
  return runUseCase(context, (transaction) => registerWithin(transaction, input));
}

/** A registered case, and whether it was before. */
export type Registered = CaseView & { readonly alreadyThere?: true };

/** The same within a transaction in which more is done with the case. */
export async function registerWithin(transaction: Transaction, input: RegisterCaseInput): Promise<Registered> {
  const { em, actor, now } = transaction;
  const { training = false } = input;
  if (!(training ? mayTrain(actor) : mayDo(actor, 'register')))
    throw new AppError('access.denied', { action: 'register' });
  const { channel, callerName, callerPhone, title, text, place, externalId, externalNumber } = input;
  const { kind, urgency, categoryId = UNCLASSIFIED, externalDueAt } = input;
  ensureStorable(channel, callerName, callerPhone, title, text, place, externalId, externalNumber);
  const earlier = externalId === undefined ? undefined : await earlierCase(transaction, externalId, digestOf(input));
  if (earlier) return { ...(await viewCase(transaction, earlier)), alreadyThere: true as const };
  await ensureCategory(em, categoryId);
  await ensureNewNumber(transaction, channel, externalNumber);
  const rules = await rulesInForce(em, now);
  const compared = comparedOf({ title, text, place, categoryId, callerPhone }, now);
  const reachable = reachableBy(channel, callerPhone, input.callerMail);
  const gathers = !training && channel !== 'import';
  const incident = gathers ? await incidentOf(em, compared, rules.policy.intake) : undefined;
  const caseNumber = await nextCaseNumber(em, now, training);
  const help = helpOf(input);
  const events = decideCase(
    undefined,
    {
      type: 'register',
      kind,
      urgency,
      categoryId,
      backlog: channel === 'import',
      training,
      ...(help ? { help } : {}),
      ...(channel === 'hand-over-110' ? { handedOver: true } : {}),
      ...(channel.startsWith('hand-down-') ? { handedDown: true } : {}),
      ...(externalDueAt ? { externalDueAt } : {}),
      ...(incident ? { incident } : {}),
      ...(reachable ? { reachable } : {}),
      confidential: input.confidential ?? false,
    },
    { now, actor, ...rules },
  );
  const { state, row, events: sealed } = await changeStream(transaction, CASE, { id: caseNumber }, events);
  await writeFile(transaction, state, input);
  if (!training) await writeTrait(em, traitOf(state, compared));
  await gatherIncident(transaction, state, sealed);
  await tellCallers(transaction, state, sealed);
  return viewCase(transaction, { row, state });
}

/** A call on the 122 line always says what for; no other does. */
function helpOf({ channel, help }: RegisterCaseInput): HelpKind | undefined {
  if (channel === 'phone-122') return help ?? 'other';
  if (help !== undefined) throw new AppError('line-122.help-elsewhere');
  return undefined;
}

/** A hand-down has the number it has above, and is registered under it once. */
async function ensureNewNumber({ em }: Transaction, channel: string, externalNumber?: string): Promise<void> {
  if (externalNumber === undefined) {
    if (channel.startsWith('hand-down-')) throw new AppError('external.number-missing');
    return;
  }
  await lockName(em, `${channel} ${externalNumber}`);
  const file = await em.findOne(CaseFileEntity, { channel, externalNumber }, { disableIdentityMap: true });
  if (file) throw new AppError('external.number-registered', { caseNumber: file.caseNumber });
}

const traitOf = ({ caseNumber, categoryId, registeredAt }: CaseState, compared: ComparedRequest): RequestTrait => ({
  caseNumber,
  open: true,
  categoryId,
  registeredAt,
  title: compared.title,
  place: compared.place,
  phoneKey: compared.phoneKey,
  words: compared.words,
});

const digestOf = (input: RegisterCaseInput): string =>
  sha256(JSON.stringify([input.title, input.text, input.askedAt ?? null]));

/** The case that was registered under an external id; nobody else registers under it until this transaction ends. */
async function earlierCase({ em }: Transaction, externalId: string, digest: string): Promise<LockedCase | undefined> {
  await lockName(em, externalId);
  const file = await em.findOne(CaseFileEntity, { externalId }, { disableIdentityMap: true });
  if (!file) return undefined;
  if (file.externalDigest !== digest) throw new AppError('external.other-content', { caseNumber: file.caseNumber });
  const row = await findStream(em, file.caseNumber);
  return row && { row, state: row.state as CaseState };
}

async function writeFile({ em, now }: Transaction, state: CaseState, input: RegisterCaseInput): Promise<void> {
  const { caseNumber } = state;
  const { channel, callerName, callerPhone, title, text, place, askedAt, externalId } = input;
  const { externalNumber, externalDueAt, coordinates, peopleConcerned } = input;
  const file = {
    caseNumber,
    channel,
    callerName: callerName ?? null,
    callerPhone: callerPhone ?? null,
    callerMail: input.callerMail ?? null,
    title,
    text,
    place: place ?? null,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    peopleConcerned: peopleConcerned ?? null,
    askedAt: askedAt ? new Date(askedAt) : null,
    externalId: externalId ?? null,
    externalDigest: externalId ? digestOf(input) : null,
    help: state.help ?? null,
    externalNumber: externalNumber ?? null,
    externalDueAt: externalDueAt ? new Date(externalDueAt) : null,
    ...standingOf(state, undefined, now),
    registeredAt: new Date(now),
  };
  const words = [caseNumber, title, text, place ?? ''].join('\n').toLowerCase();
  await insertRows(em, CaseFileEntity, [file]);
  await insertRows(em, CaseSearchEntity, [{ caseNumber, words }]);
}
