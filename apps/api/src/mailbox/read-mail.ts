import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type Headers, type ParsedMail } from 'mailparser';
import type { TakenMail } from '@hotline/application';
import { refusal } from './smtp-refusal.ts';

/** So many servers a mail may have passed: more is a loop (RFC 5321, 6.3 asks for a limit of this kind). */
const MOST_HOPS = 30;
const MACHINES: ReadonlySet<string> = new Set(['bulk', 'junk', 'list', 'auto_reply']);

/**
 * Takes a mail apart. Refuses what no person wrote to us: 550 for an automatic answer or a list, 554 for a loop, for what
 * cannot be read, and for what has no sender.
 */
export async function readMail(raw: Buffer): Promise<TakenMail> {
  const parsed = await parsedOrRefused(raw);
  refuseMachines(parsed.headers);
  const from = firstOf(parsed.from);
  if (!from) throw refusal(554, '5.6.0 No sender in the mail');
  return {
    id: parsed.messageId?.trim() || createHash('sha256').update(raw).digest('hex'),
    from,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    files: parsed.attachments.map(({ filename, content }) => ({ name: filename ?? '', bytes: content })),
  };
}

async function parsedOrRefused(raw: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(raw, { skipImageLinks: true, skipTextLinks: true, skipTextToHtml: true });
  } catch (cause) {
    throw refusal(554, '5.6.0 The mail cannot be read', { cause });
  }
}

function refuseMachines(headers: Headers): void {
  const said = (name: string): string => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.trim().toLowerCase() : '';
  };
  const automatic = said('auto-submitted');
  if ((automatic !== '' && automatic !== 'no') || MACHINES.has(said('precedence')) || headers.has('list'))
    throw refusal(550, '5.7.1 Automatic mail is not taken');
  // What we sent ourselves has come back.
  if (headers.has('x-hotline-notice-key')) throw refusal(554, '5.4.6 Mail loop');
  const hops = headers.get('received');
  if (Array.isArray(hops) && hops.length > MOST_HOPS) throw refusal(554, '5.4.6 Mail loop');
}

function firstOf(from: AddressObject | undefined): TakenMail['from'] | undefined {
  const [first] = from?.value ?? [];
  return first?.address ? { name: first.name, address: first.address } : undefined;
}
