import { AppError } from '@hotline/application';

/** An answer of the mailbox that is no 250; its words go to the sending server. */
export function refusal(responseCode: number, words: string, options: ErrorOptions = {}): Error {
  return Object.assign(new Error(words, options), { responseCode });
}

const CODES: Readonly<Record<string, readonly [code: number, words: string]>> = {
  'mail.no-text': [554, '5.6.0 The mail has no text'],
  'mail.bad-sender': [553, '5.1.7 The sender has no address to be answered at'],
  'external.other-content': [554, '5.6.0 Another mail came under this Message-ID'],
  'citizen.too-many': [450, '4.7.1 Too many mails from this sender, try again later'],
};

/** What any error means to the sending server. What is no fault of the mail's is tried again by it later: 451. */
export function smtpAnswerOf(error: unknown): Error {
  if (error instanceof Error && 'responseCode' in error) return error;
  const [code, words] = (error instanceof AppError ? CODES[error.code] : undefined) ?? [451, '4.3.0 Try again later'];
  return refusal(code, words, { cause: error });
}
