import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import pg from 'pg';
import { REQUEST_NAMES, type RecordedRequests, type RequestName } from './recorded-request.ts';
import { Replay, type Replayed } from './replay.ts';

/*
 * The measure of the API: no framework but Fastify, no ORM, no schema, no rule. It takes the same requests, asks the
 * database the same, and answers as much. Reads API_PORT, DATABASE_URL, DATABASE_POOL and RECORDED, the file with what was
 * recorded.
 */
const { API_PORT, DATABASE_URL, DATABASE_POOL, RECORDED } = process.env;
const recorded = JSON.parse(readFileSync(RECORDED ?? '', 'utf8')) as RecordedRequests;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL ?? 10) });
pool.on('error', () => undefined);
const replays = Object.fromEntries(
  REQUEST_NAMES.map((name) => [name, new Replay(pool, name, recorded[name])]),
) as Record<RequestName, Replay>;
const answers = {
  register: JSON.stringify(recorded.register.answer),
  act: JSON.stringify(recorded.act.answer),
};
const asWritten = (name: keyof typeof answers, { own }: Replayed): string => own(answers[name]);

const server = fastify();
const json = 'application/json; charset=utf-8';
server.get('/readyz', async () => ({ status: (await pool.query('select 1')).rowCount === 1 ? 'ready' : 'not' }));
server.post('/api/v1/cases', async (_, reply) =>
  reply
    .status(201)
    .type(json)
    .send(asWritten('register', await replays.register.run())),
);
server.get('/api/v1/cases', async () => ({ items: (await replays.list.run()).rows.at(-1) }));
server.get<{ Params: { caseNumber: string } }>('/api/v1/cases/:caseNumber', async ({ params }) => ({
  found: (await replays.read.run(params.caseNumber)).rows,
}));
server.post<{ Params: { caseNumber: string } }>(
  '/api/v1/cases/:caseNumber/assignments/a1/acknowledgement',
  async ({ params }, reply) => reply.type(json).send(asWritten('act', await replays.act.run(params.caseNumber))),
);
await server.listen({ port: Number(API_PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
