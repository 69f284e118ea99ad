import { NASTY_STRINGS } from './nasty-strings.ts';
import type { Operation } from './published-operations.ts';
import type { Try } from './scrutiny.ts';

const forged = (text: string): string => Buffer.from(text).toString('base64url');
const ID = '00000000-0000-4000-8000-000000000000';

/** Cursors that no page has given. */
const FORGED_CURSORS = [
  ...['newest', 'oldest', 'due'].flatMap((sort) =>
    [
      '1',
      'Tue',
      '+275760-09-13T00:00:00.000Z',
      '-271821-04-20T00:00:00.000Z',
      '2026-02-30',
      'infinity',
      '-infinity',
      '',
    ].map((due) => forged(JSON.stringify([sort, '202601010001', due]))),
  ),
  forged('["newest","1","infinity","more"]'),
  forged('["constructor","1","infinity"]'),
  forged(`["newest","${'9'.repeat(200)}","infinity"]`),
  forged('[1,2,3]'),
  forged('{"0":"newest"}'),
  forged('null'),
  ...[
    '2026-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    '0000-00-00T00:00:00Z',
    'infinity',
    '2026-99-99T99:99:99Z',
    '9999-12-31T23:59:59.999Z',
  ].map((at) => `${at}_${ID}`),
  `2026-01-01T00:00:00Z_${ID}_${ID}`,
  '209901010001-meeting-1',
  '_',
  '%00',
  "'--",
];

/** Rubbish in place of a query. */
const WHOLE_QUERIES = [
  '=',
  '&&&&',
  '%',
  '%ff=%ff',
  '?',
  '__proto__=1',
  '__proto__[role]=mayor',
  'constructor[prototype][role]=mayor',
  'limit[]=1',
  'limit=1&limit=2',
  'after=a&after=b',
  'limit=1%00',
  'unknown=1',
  `${'a=1&'.repeat(2000)}`,
  `x=${'x'.repeat(10_000)}`,
];

/** Nasty queries for an operation: every string in each of its parameters, forged cursors, and rubbish. */
export function nastyQueries({ parameters = [] }: Operation): Try[] {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const inEach = names.flatMap((name) =>
    Object.entries(NASTY_STRINGS)
      .filter(([, value]) => value.length < 5000)
      .map(([what, value]) => ({ name: `${name} = ${what}`, query: `${name}=${escaped(value)}` })),
  );
  const cursors = names.includes('after')
    ? FORGED_CURSORS.flatMap((cursor) =>
        ['', ...(names.includes('sort') ? ['&sort=oldest', '&sort=due'] : [])].map((sort) => ({
          name: `after = ${cursor}${sort}`,
          query: `after=${encodeURIComponent(cursor)}${sort}`,
        })),
      )
    : [];
  const whole = WHOLE_QUERIES.map((query) => ({ name: `?${query.slice(0, 40)}`, query }));
  return [...inEach, ...cursors, ...whole].map(({ name, query }) => ({ name, instead: { query } }));
}

/** Nasty strings in place of each parameter of an operation's path. */
export function nastyPaths({ parameters = [] }: Operation): Try[] {
  const raw = ['%00', '%ff', '%25', '%2f', '%5c', '%c0%ae', ';x=1', '%0d%0aset-cookie:a=b', '%20', '%09', '1.', '١'];
  const values = [
    ...raw.map((value) => [value, value] as const),
    ...Object.entries(NASTY_STRINGS).map(([name, value]) => [name, escaped(value)] as const),
  ];
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap((parameter) =>
      values
        .filter(([, value]) => value !== '' && value.length < 5000)
        .map(([name, value]) => ({
          name: `{${parameter.name}} = ${name}`,
          instead: { path: { [parameter.name]: value } },
        })),
    );
}

/** Also what no text can hold: bytes of a lone surrogate. */
function escaped(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : '%ed%a0%bd';
}
