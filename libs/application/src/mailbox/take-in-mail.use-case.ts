import { CITIZEN_ACTOR } from '@hotline/domain';
import { isMailAddress } from '@hotline/notifications';
import { sha256 } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { attachTo, ATTACHMENT_LIMITS, checkedFile, type CheckedFile, type NewFile } from '../attachment/attach.ts';
import { lockAnyCase } from '../case/change-case.ts';
import { registerWithin } from '../case/register-case.use-case.ts';
import { countCitizen } from '../citizen/limits.ts';
import { titleOf } from '../citizen/bring-request.use-case.ts';
import { runUseCase } from '../use-case/run-use-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

/** A mail to the hotline's mailbox, taken apart. */
export interface TakenMail {
  /** Its Message-ID, or a digest of the whole mail where it has none. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly files: readonly NewFile[];
}

/** As long as a case's text may be, in characters; what is longer is kept whole in a file beside. */
const LONGEST_TEXT = 20_000;
const LONGEST_TITLE = 200;
const LONGEST_NAME = 100;

/**
 * 信箱来信: a mail becomes a registered case with its files, in one transaction; the same mail brought again adds nothing. What
 * no database text can hold is left out, for nobody is there to write it anew. A file that may not be kept is named in the
 * text. Errors: mail.no-text, mail.bad-sender, citizen.too-many, external.other-content for another mail under the same id.
 */
export async function takeInMail(
  context: Pick<UseCaseContext, 'orm' | 'clock'>,
  mail: TakenMail,
): Promise<{ readonly caseNumber: string; readonly alreadyThere: boolean }> {
  const address = mail.from.address.trim().toLowerCase();
  if (!isMailAddress(address)) throw new AppError('mail.bad-sender');
  const text = storable(mail.text).trim();
  if (text === '') throw new AppError('mail.no-text');
  await countCitizen(context.orm.em.fork(), 'mailsOfSender', address);
  const { kept, refused } = await sorted(mail.files.slice(0, ATTACHMENT_LIMITS.files - 1), text);
  const subject = oneLine(storable(mail.subject));
  return runUseCase({ ...context, actor: CITIZEN_ACTOR }, async (transaction) => {
    const registered = await registerWithin(transaction, {
      channel: 'mailbox',
      callerName: cut(oneLine(storable(mail.from.name)) || address, LONGEST_NAME),
      callerMail: address,
      title: subject === '' ? titleOf(text) : cut(subject, LONGEST_TITLE),
      text: withRemarks(text, refused),
      kind: 'help',
      urgency: 'ordinary',
      externalId: `mail ${mail.id.length > 200 ? sha256(mail.id) : storable(mail.id)}`,
    });
    const { caseNumber } = registered;
    if (registered.alreadyThere) return { caseNumber, alreadyThere: true };
    for (const file of kept) await attachTo(transaction, await lockAnyCase(transaction, caseNumber), file);
    return { caseNumber, alreadyThere: false };
  });
}

/** Files that may be kept, and the names of those that may not. */
async function sorted(files: readonly NewFile[], text: string): Promise<{ kept: CheckedFile[]; refused: string[] }> {
  const whole =
    Array.from(text).length > LONGEST_TEXT - ROOM ? [{ name: '来信全文.txt', bytes: Buffer.from(text) }] : [];
  const kept: CheckedFile[] = [];
  const refused: string[] = [];
  let bytes = 0;
  for (const file of [...whole, ...files]) {
    const name = cut(oneLine(storable(file.name)) || '附件', LONGEST_TITLE);
    try {
      const checked = await checkedFile({ ...file, name });
      bytes += file.bytes.byteLength;
      if (bytes > ATTACHMENT_LIMITS.bytesOfCase) throw new AppError('attachment.too-many');
      kept.push(checked);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push(name);
    }
  }
  return { kept, refused };
}

/** Left free at the end of a text for what is said of its files. */
const ROOM = 1_000;

function withRemarks(text: string, refused: readonly string[]): string {
  const shown =
    Array.from(text).length > LONGEST_TEXT - ROOM ? `${cut(text, LONGEST_TEXT - ROOM)}\n（全文见附件）` : text;
  if (refused.length === 0) return shown;
  return `${shown}\n（未能接收的附件：${cut(refused.join('、'), ROOM / 2)}）`;
}

const storable = (words: string): string => words.toWellFormed().replaceAll('\0', '');
const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

function cut(words: string, longest: number): string {
  const characters = Array.from(words);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : words;
}
