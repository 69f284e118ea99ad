// One addr-spec without quoting or comments; Han and other letters are allowed on both sides (RFC 6531).
const ADDRESS =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*$/u;
const NAMED = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/;

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Whether this is exactly one mail address, and nothing that could begin another header or recipient. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address) && !address.startsWith('.') && !/\.@|\.\./.test(address);
}

/** `名称 <name@host>` or `name@host`; undefined when it is neither. */
export function mailboxOf(text: string): Mailbox | undefined {
  const named = NAMED.exec(text);
  const mailbox = named
    ? { name: named[1] ?? '', address: (named[2] ?? '').trim() }
    : { name: '', address: text.trim() };
  return isMailAddress(mailbox.address) ? mailbox : undefined;
}
