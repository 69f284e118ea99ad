import { CITIZEN_ACTOR, type Instant, type Satisfaction } from '@hotline/domain';
import { findCallbackToken, sha256, useCallbackTokens } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { changeCase, lockAnyCase } from '../case/change-case.ts';
import type { CitizenContext } from '../citizen/citizen-context.ts';
import { countCitizen } from '../citizen/limits.ts';
import { runUseCase } from '../use-case/run-use-case.ts';

export interface AnswerCallbackInput {
  /** What the link of the short message carries. */
  readonly token: string;
  readonly contactedByUnit: boolean;
  readonly solved: boolean;
  readonly satisfaction: Satisfaction;
  readonly text?: string;
}

/** What a citizen is asked about. */
export interface CallbackQuestion {
  readonly caseNumber: string;
  readonly answerBy: Instant;
}

/** What a link asks about, without using it up. Errors: callback.wrong-link, citizen.too-many. */
export async function seeCallbackQuestion(
  context: Omit<CitizenContext, 'sms'>,
  { token }: Pick<AnswerCallbackInput, 'token'>,
): Promise<CallbackQuestion> {
  const em = context.orm.em.fork();
  await countCitizen(em, 'triesFromAddress', context.address);
  const found = await findCallbackToken(em, sha256(token), await context.clock.now(em));
  if (!found) throw new AppError('callback.wrong-link');
  return { caseNumber: found.caseNumber, answerBy: found.expiresAt };
}

/**
 * 短信回访: the citizen answers by the link he was sent, once. Errors: callback.wrong-link for one that is wrong, used, too
 * old, or overtaken by a call; citizen.too-many; text.not-storable.
 */
export async function answerCallback(
  context: Omit<CitizenContext, 'sms'>,
  { token, text: said, ...answers }: AnswerCallbackInput,
): Promise<{ readonly caseNumber: string }> {
  const { orm, clock, address } = context;
  await countCitizen(orm.em.fork(), 'triesFromAddress', address);
  return runUseCase({ orm, clock, actor: CITIZEN_ACTOR }, async (transaction) => {
    const { em, now } = transaction;
    const found = await findCallbackToken(em, sha256(token), now);
    if (!found) throw new AppError('callback.wrong-link');
    const { caseNumber, invitation } = found;
    const locked = await lockAnyCase(transaction, caseNumber);
    const { stage, invited } = locked.state;
    const stands = stage === 'completed' && invited?.number === invitation;
    // Two answers at once wait for one another at the case's lock: the second finds its invitation gone.
    if (!stands || !(await findCallbackToken(em, found.digest, now))) throw new AppError('callback.wrong-link');
    await changeCase(transaction, locked, {
      type: 'answer-callback',
      invitationNumber: invitation,
      ...answers,
      ...(said ? { text: await transaction.text(caseNumber, said) } : {}),
    });
    await useCallbackTokens(em, found, now);
    return { caseNumber };
  });
}
