import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { asShortMessage, codeSms } from '@hotline/notifications';
import { keepCode, sha256, tryCode, uncountTry, type CitizenCode, type CodePurpose } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { CitizenContext } from './citizen-context.ts';

const MINUTES = 10;
const MOST_TRIES = 5;
const DIGITS = 6;

/** A code on its way: what it is later tried with. */
export interface SentCode {
  readonly codeId: string;
  readonly expiresAt: string;
}

/**
 * Makes a code of six digits, good for ten minutes and five tries, keeps its digest and sends it. Without a phone everything
 * is done alike but the sending, so that who asks cannot tell. Nobody waits for the gateway: what it refuses, or loses, is
 * asked for again.
 */
export async function sendCode(
  { clock, sms }: CitizenContext,
  em: SqlEntityManager,
  of: { readonly purpose: CodePurpose; readonly caseNumber?: string; readonly phone?: string },
): Promise<SentCode> {
  const codeId = randomUUID();
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const createdAt = await clock.now(em);
  const expiresAt = new Date(Date.parse(createdAt) + MINUTES * 60_000).toISOString();
  await keepCode(em, { id: codeId, ...of, digest: digestOf(codeId, code), createdAt, expiresAt });
  if (of.phone) {
    const message = { key: `code:${codeId}`, to: { name: '', address: of.phone } };
    void sms.send({ ...message, notice: asShortMessage(codeSms(code, MINUTES)) }).catch(() => undefined);
  }
  return { codeId, expiresAt };
}

/** What a right code was sent about. Each try counts before it is judged; one that was right does not count. Errors: citizen.wrong-code. */
export async function judgeCode(
  { clock }: Pick<CitizenContext, 'clock'>,
  em: SqlEntityManager,
  { codeId, code, purpose }: { readonly codeId: string; readonly code: string; readonly purpose: CodePurpose },
): Promise<{ readonly now: string } & Required<Pick<CitizenCode, 'phone'>> & Pick<CitizenCode, 'caseNumber'>> {
  const now = await clock.now(em);
  const kept = await tryCode(em, { id: codeId, purpose, now, mostTries: MOST_TRIES });
  const isRight = isSame(digestOf(codeId, code), kept?.digest ?? digestOf(codeId, ''));
  if (!kept?.phone || !isRight) throw new AppError('citizen.wrong-code');
  await uncountTry(em, codeId);
  return { now, phone: kept.phone, ...(kept.caseNumber ? { caseNumber: kept.caseNumber } : {}) };
}

const digestOf = (codeId: string, code: string): string => sha256(`${codeId}:${code}`);
const isSame = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right));
