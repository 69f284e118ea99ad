import { connect } from 'node:net';

const TARGETS = [
  '/',
  '//',
  '///',
  '//evil.example/%2f..',
  '/..',
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/..%5c..%5cetc%5cpasswd',
  '/%00',
  '/index.html%00.js',
  '/.env',
  '/.git/config',
  '/%',
  '/%f',
  '/%ff',
  '/%zz?%zz',
  '/\u00ff\u00fe',
  '/?',
  '/#x',
  '/*',
  '/api',
  '/api/',
  '/api//v1/me',
  '//api/v1/me',
  '/api/v1/./me',
  '/api/v1/../v1/me',
  '/api/v1/%6de',
  '/api/v1/me/',
  '/api/v1/me/.',
  '/api/v1/me.',
  '/api/v1/me..',
  '/api/v1/me%20',
  '/api/v1/me%00',
  '/api/v1/me%2f',
  '/api/v1/me;a=b',
  '/api/v1/me?token=x',
  '/API/V1/ME',
  '/Api/v1/users',
  '/api/v1/cases/..;/users',
  '/api/openapi.json/..',
  'http://evil.example/api/v1/me',
  'http://evil.example/../../../etc/passwd',
  'https:api/v1/me',
  '*',
  'api/v1/me',
  '\\api\\v1\\me',
  `/${'a/'.repeat(4000)}`,
  `/api/v1/cases/${'1'.repeat(10_000)}`,
];

const HOST = 'host: city.example';
const POST = `POST /api/v1/session HTTP/1.1\r\n${HOST}\r\ncontent-type: application/json`;

/** Requests that no client makes, as they go over the wire. Each comes without a session. */
export const RAW_REQUESTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TARGETS.map((target) => [target.slice(0, 60), `GET ${target} HTTP/1.1\r\n${HOST}\r\n\r\n`])),
  ...Object.fromEntries(
    ['OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'PATCH', 'get', 'FOO', 'G E T'].map((method) => [
      method,
      `${method} /api/v1/me HTTP/1.1\r\n${HOST}\r\n\r\n`,
    ]),
  ),
  'all of it': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n\r\n`,
  'a tunnel': `CONNECT city.example:443 HTTP/1.1\r\n${HOST}\r\n\r\n`,
  'no version': 'GET /api/v1/me\r\n\r\n',
  'a version of old': 'GET /api/v1/me HTTP/1.0\r\n\r\n',
  'a version to come': `GET /api/v1/me HTTP/9.9\r\n${HOST}\r\n\r\n`,
  'HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'no host': 'GET /api/v1/me HTTP/1.1\r\n\r\n',
  'two hosts': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nhost: evil.example\r\n\r\n`,
  TLS: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'a header folded': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nx: a\r\n b\r\n\r\n`,
  'a header without name': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\n: a\r\n\r\n`,
  'a header with a NUL': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nx: a\0b\r\n\r\n`,
  'a blank before the colon': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nx : a\r\n\r\n`,
  'line ends without returns': `GET /api/v1/me HTTP/1.1\n${HOST}\n\n`,
  'headers without end': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\n${'x: y\r\n'.repeat(5000)}\r\n`,
  'another expectation': `${POST}\r\nexpect: a miracle\r\ncontent-length: 2\r\n\r\n{}`,
  'an upgrade': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
  'two lengths': `${POST}\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
  'a length below zero': `${POST}\r\ncontent-length: -1\r\n\r\n{}`,
  'a length and chunks': `${POST}\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  'chunks that are none': `${POST}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  'a chunk of many words': `${POST}\r\ntransfer-encoding: chunked\r\n\r\n2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
  'a coding of nobody': `${POST}\r\ntransfer-encoding: zip\r\n\r\n{}`,
  'keys twice': `POST /api/v1/cases HTTP/1.1\r\n${HOST}\r\nidempotency-key: a\r\nidempotency-key: b\r\n\r\n`,
  'types twice': `${POST}\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n{}`,
  'sessions twice': `GET /api/v1/me HTTP/1.1\r\n${HOST}\r\nauthorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n`,
};

/** What came back over the wire; without a status when the connection was just closed. */
export interface RawAnswer {
  readonly status?: number;
  readonly head: string;
  readonly body: string;
}

/** Sends characters as bytes and reads the first answer, or what there is when the other side has said no more for a while. */
export function sendRaw(url: string, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text, 'latin1'));
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes.toString();
      if (isWhole(heard)) socket.destroy();
    });
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The other side may close before it has read all.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => {
      const [head = '', ...body] = heard.split('\r\n\r\n');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
      resolve({ ...(status ? { status: Number(status) } : {}), head, body: body.join('\r\n\r\n') });
    });
  });
}

function isWhole(heard: string): boolean {
  const end = heard.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(heard)?.[1];
  return end >= 0 && length !== undefined && Buffer.byteLength(heard.slice(end + 4)) >= Number(length);
}
