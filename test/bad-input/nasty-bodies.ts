import { gzipSync } from 'node:zlib';
import type { Try } from './scrutiny.ts';

const JSON_TYPE = 'application/json';
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );
const typed = (type: string, body: string | Uint8Array<ArrayBuffer>): Try['instead'] => ({
  body,
  headers: { 'content-type': type },
});
const boundary = '--x\r\ncontent-disposition: form-data; name="file"; filename="../a.exe"\r\n\r\nMZ\r\n--x--\r\n';

/** Bodies that are no request of anybody's, made of one that is. All must be refused. */
export function nastyBodies(good: unknown): Try[] {
  const text = JSON.stringify(good);
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const bodies: Record<string, Try['instead']> = {
    'half of it': { body: text.slice(0, -1) },
    'more after it': { body: `${text}${text}` },
    'no quotes': { body: '{text: 1}' },
    'a comment': { body: `/* x */${text}` },
    'a comma too many': { body: `${text.slice(0, -1)},}` },
    NaN: { body: '{"text":NaN}' },
    'a broken escape': { body: String.raw`{"text":"\u12"}` },
    'a raw line end in a string': { body: '{"text":"a\nb"}' },
    'a list of it': { body: `[${text}]` },
    'it as a string': { body: JSON.stringify(text) },
    'a number': { body: '1e400' },
    true: { body: 'true' },
    'an unknown field': { body: `{"isAdministrator":true,${text.slice(1)}`.replace(',}', '}') },
    'a key of the prototype': { body: `{"__proto__":{"role":"mayor"},${text.slice(1)}`.replace(',}', '}') },
    'a key of every object': { body: `{"constructor":{"prototype":{}},${text.slice(1)}`.replace(',}', '}') },
    'an empty key': { body: `{"":1,${text.slice(1)}`.replace(',}', '}') },
    'a thousand unknown fields': {
      body: JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [n, n]))),
    },
    'a deep nest': { body: deep },
    'a deep nest of lists': { body: '['.repeat(100_000) },
    'more than a megabyte': { body: JSON.stringify({ text: 'x'.repeat(1_100_000) }) },
    'bytes that are no UTF-8': { body: bytes('{"text":"', [0xff, 0xfe, 0xc3, 0x28], '"}') },
    'a surrogate in UTF-8': { body: bytes('{"text":"', [0xed, 0xa0, 0xbd], '"}') },
    'an overlong slash': { body: bytes('{"text":"', [0xc0, 0xaf], '"}') },
    'UTF-16': { body: new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) },
    GBK: typed(`${JSON_TYPE}; charset=gbk`, bytes('{"text":"', [0xb9, 0xa4, 0xb5, 0xa5], '"}')),
    'another charset said': typed(`${JSON_TYPE}; charset=iso-8859-1`, text),
    gzip: { body: new Uint8Array(gzipSync(text)), headers: { 'content-encoding': 'gzip' } },
    'gzip said, but not so': { body: text, headers: { 'content-encoding': 'gzip' } },
    'a form': typed('application/x-www-form-urlencoded', 'text=x&title=y'),
    'a file': typed('multipart/form-data; boundary=x', boundary),
    'a file without end': typed('multipart/form-data', boundary),
    'a program': typed('application/octet-stream', bytes([0x4d, 0x5a, 0, 0xff])),
    'plain text': typed('text/plain', text),
    'XML that looks elsewhere': typed(
      'application/xml',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ),
    'a JSON patch': typed('application/json-patch+json', '[]'),
    'no type that there is': typed('nonsense', text),
    'a type of blanks': typed(' ', text),
  };
  return Object.entries(bodies).map(([name, instead]) => ({ name, instead }));
}

/** Unusual ways to say what is good; they may be taken or refused. */
export function oddBodies(good: unknown): Try[] {
  const text = JSON.stringify(good);
  const bodies: Record<string, Try['instead']> = {
    'a mark of UTF-8 before it': { body: `\ufeff${text}` },
    'blanks around it': { body: ` \r\n\t${text} \n` },
    'a key twice': { body: `${text.slice(0, -1)}${text === '{}' ? '' : ','}${text.slice(1)}` },
    'every character escaped': {
      body: text.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    },
    'a type with a line of rubbish': typed(`${JSON_TYPE}${';x'.repeat(2000)}`, text),
    'the type in capitals': { body: text, headers: { 'content-type': 'APPLICATION/JSON; CHARSET="UTF-8"' } },
    nothing: { body: '' },
    null: { body: 'null' },
  };
  return Object.entries(bodies).map(([name, instead]) => ({ name, instead }));
}
