import { oneLine, shortened } from '../notice/plain-text.ts';
import { TemporaryDeliveryFailure, type Delivery, type DeliveryProblem } from './channel.ts';

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
}

const TIMES_OUT = new Set(['ETIMEDOUT', 'EABORT']);
const UNREACHABLE = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL', 'EPROXY']);
const LOG_IN = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
/** Replies that ask for a (better) log-in, whatever command they answer (RFC 4954). */
const LOG_IN_REPLIES = new Set([530, 534, 535, 538]);
/** 503 says that the session went wrong, not that this message is refused. */
const BAD_SEQUENCE = 503;

/**
 * What a failed try means. Refused: the server said a lasting no (5xx) to the recipient or to the message, or the address is
 * none. Everything else may pass, and is thrown as TemporaryDeliveryFailure: no connection, timeouts, 4xx, and what is wrong
 * on our side (log-in, sender), which a person mends and the next try then passes. RFC 5321, section 4.2.1.
 */
export function deliveryAfterFailure(error: unknown): Extract<Delivery, { result: 'refused' }> {
  const failure: SmtpFailure = typeof error === 'object' && error !== null ? error : {};
  const reply = typeof failure.responseCode === 'number' ? failure.responseCode : undefined;
  const problem = problemOf(failure, reply);
  if (problem) throw new TemporaryDeliveryFailure('mail', problem, { responseCode: reply, cause: error });
  return { result: 'refused', reason: reasonOf(failure, error) };
}

function problemOf({ code, command }: SmtpFailure, reply: number | undefined): DeliveryProblem | undefined {
  if (typeof code === 'string' && LOG_IN.has(code)) return 'authentication';
  if (reply !== undefined && LOG_IN_REPLIES.has(reply)) return 'authentication';
  if (typeof code === 'string' && TIMES_OUT.has(code)) return 'timed-out';
  if (typeof code === 'string' && UNREACHABLE.has(code)) return 'unreachable';
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'unknown';
  // Without a reply it was nodemailer itself that saw an impossible recipient or a message above the server's limit.
  if (reply === undefined) return undefined;
  if (reply < 500 || reply === BAD_SEQUENCE) return 'deferred';
  // 552 to MAIL FROM is about the message's size, anything else there about our own address.
  return command === 'MAIL FROM' && reply !== 552 ? 'sender-refused' : undefined;
}

function reasonOf({ code, response }: SmtpFailure, error: unknown): string {
  if (typeof response === 'string') return `smtp: ${shortened(response, 200)}`;
  return `mail: ${typeof code === 'string' ? code : 'unknown'} ${error instanceof Error ? shortened(error.message, 200) : ''}`.trim();
}

/** The server's last reply, which names the message in its log (`250 2.0.0 Ok: queued as 4F2…`). */
export function providerIdOf(response: string): string {
  return shortened(oneLine(response), 200);
}
