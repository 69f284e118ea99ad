import type { Try } from './scrutiny.ts';

/** Hard to compress, as a database would. */
const noise = (length: number): string => {
  let state = 1;
  return Array.from({ length }, () => ((state = (state * 48_271) % 2_147_483_647) % 36).toString(36)).join('');
};
const LATIN = '\u00e9\u00ff\u00a0';

/** Headers that a sender should not send; fetch refuses some more, and `raw-requests.ts` sends those. */
export const NASTY_HEADERS: readonly Try[] = Object.entries<Record<string, string>>({
  'an If-Match of stars': { 'if-match': '*' },
  'a weak If-Match': { 'if-match': 'W/"1"' },
  'several If-Match': { 'if-match': '"1", "2"' },
  'an If-Match of nobody': { 'if-match': '"999999999"' },
  'an If-Match too large': { 'if-match': '"99999999999999999999"' },
  'an If-Match below zero': { 'if-match': '"-1"' },
  'an empty If-Match': { 'if-match': '' },
  'an If-Match of letters': { 'if-match': `"${LATIN}"` },
  'an If-None-Match': { 'if-none-match': '*' },
  'a key of blanks': { 'idempotency-key': '  ' },
  'a key that is too long': { 'idempotency-key': 'x'.repeat(201) },
  'a key that is long': { 'idempotency-key': 'x'.repeat(200) },
  'a key of letters elsewhere': { 'idempotency-key': LATIN },
  'a key of SQL': { 'idempotency-key': `';drop_table_idempotency;--` },
  'a session of rubbish': { authorization: `Bearer ${'x'.repeat(5000)}` },
  'a session of letters elsewhere': { authorization: `Bearer ${LATIN.repeat(10)}` },
  'a session by name and password': { authorization: 'Basic b3BlcmF0b3I6eA==' },
  'a cookie of rubbish': { cookie: `hotline_session=%ff; __proto__=1; ;;=; ${LATIN}` },
  'two cookies of one name': { cookie: 'hotline_session=aaaaaaaaaaaaaaaaaaaa; hotline_session=b' },
  'a hundred cookies': { cookie: Array.from({ length: 100 }, (_, n) => `c${n}=${n}`).join('; ') },
  'another kind of answer': { accept: 'application/xml;q=0.9, text/html' },
  'no kind of answer': { accept: ';;;,,q=x' },
  'a language of nobody': { 'accept-language': `${'x-'.repeat(500)}zh;q=9` },
  'a coding of nobody': { 'accept-encoding': 'br;q=x, *;q=0' },
  'a range': { range: 'bytes=0-1,5-,-9' },
  'an address that is none': { 'x-forwarded-for': `${noise(8000)}, ${LATIN}` },
  'an address with a port': { 'x-forwarded-for': '[::1]:99999' },
  'a protocol of nobody': { 'x-forwarded-proto': 'javascript' },
  'a host of nobody': { 'x-forwarded-host': 'evil.example\\@city' },
  'another method': { 'x-http-method-override': 'DELETE' },
  'another address': { 'x-original-url': '/api/v1/users', 'x-rewrite-url': '/' },
  'an origin of nothing': { origin: 'null' },
  'an id of many lines': { 'x-request-id': `a%0d%0ab${LATIN}` },
  'a large header': { 'x-large': 'x'.repeat(15_000) },
  'many headers': Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`x-${n}`, 'x'])),
}).map(([name, headers]) => ({ name, instead: { headers } }));
