import { createHash } from 'node:crypto';

const LONGEST = 200;

/**
 * The Message-ID of a notice's mail, `<KEY@DOMAIN>`: the same key gives the same id, two keys never the same. What a
 * message id cannot hold (RFC 5322, dot-atom) is written as `=HH` of its UTF-8 bytes; a very long key as its SHA-256.
 */
export function messageIdOf(key: string, domain: string): string {
  const encoded = Array.from(Buffer.from(key, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w/+-]/.test(character) ? character : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  const left =
    encoded.length === 0 || encoded.length > LONGEST
      ? `sha256.${createHash('sha256').update(key).digest('hex')}`
      : encoded;
  return `<${left}@${domain}>`;
}
