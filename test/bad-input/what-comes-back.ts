import type { Operation } from './published-operations.ts';
import type { ReadyRequest } from './made-request.ts';
import type { RunningApi } from './running-api.ts';

/** They answer what is there, and keep nothing of what they are asked. */
const ASK_ONLY = ['findSimilarRequests', 'suggestForRequest', 'lookUpCaller', 'logIn'];
/** What is told to them of a caller is kept and shown to nobody by itself. */
const OF_CALLERS = ['registerCase', 'recordCall'];

/** Whether words that were accepted can be read, unchanged to the last character, where they belong. */
export async function comesBack(
  api: RunningApi,
  operation: Operation,
  { by = 'operator', path }: ReadyRequest,
  { value, answer }: { readonly value: string; readonly answer: string },
): Promise<boolean> {
  if (ASK_ONLY.includes(operation.operationId)) return true;
  // The telephone system reads nothing of what it brings.
  const token = await api.tokenOf(by === 'telephone' ? 'operator' : by);
  const given = JSON.parse(answer) as {
    readonly caseNumber?: string;
    readonly articleId?: string;
    readonly entryId?: string;
    readonly changeId?: string;
    readonly callId?: string;
    readonly subDeskId?: string;
    readonly delegationId?: string;
    readonly shiftId?: string;
    readonly stayId?: string;
    readonly invitationId?: string;
  };
  const number = path['caseNumber'] ?? given.caseNumber;
  const entry = path['entryId'] ?? given.entryId;
  const article = path['articleId'] ?? given.articleId;
  const change = path['changeId'] ?? given.changeId;
  const call = path['callId'] ?? given.callId;
  const places = [
    ...(call ? [`calls/${call}`] : []),
    ...(number ? [`cases/${number}`, `tasks?caseNumber=${number}&status=done`] : []),
    ...(entry ? ['board'] : []),
    ...(given.subDeskId ? ['sub-desks'] : []),
    ...(given.delegationId ? ['delegations'] : []),
    ...(given.shiftId ? ['shifts?from=2000-01-01T00:00:00Z'] : []),
    ...(given.stayId ? ['stays'] : []),
    ...(change ? [`policy/changes/${change}`] : []),
    ...(article ? [`knowledge/articles/${article}`] : []),
    ...(path['meetingId'] ? [`meetings/${path['meetingId']}`] : []),
    ...(path['conferenceId'] ? [`conferences/${path['conferenceId']}`] : []),
    ...(operation.operationId === 'keepCircle' ? ['circle'] : []),
    ...((path['invitationId'] ?? given.invitationId) ? ['center-invitations?limit=100'] : []),
    ...(path['reportId'] ? [`special-reports/${path['reportId']}`] : []),
    // A unit sees no report, but its own part.
    ...(path['partId'] ? ['instruction-parts'] : []),
  ];
  const kept = new Set([value, ...(isInstant(value) ? [new Date(value).toISOString()] : [])]);
  for (const place of places) if (holds(await read(`${api.url}/api/v1/${place}`, token), kept)) return true;
  if (!OF_CALLERS.includes(operation.operationId)) return false;
  return (await hidden(api, number ?? '')).includes(value);
}

async function read(address: string, token: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  return answer.json();
}

/** An instant comes back as the same instant in UTC. */
function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
}

function holds(read: unknown, kept: ReadonlySet<string>): boolean {
  if (typeof read === 'string') return kept.has(read);
  return typeof read === 'object' && read !== null && Object.values(read).some((part) => holds(part, kept));
}

/** What a case keeps and shows to nobody by itself: its callers' phone numbers, and the number it has elsewhere. */
async function hidden({ city }: RunningApi, caseNumber: string): Promise<(string | null)[]> {
  const sql = `select caller_phone, external_id from case_file where case_number = ?
    union all select caller_phone, null from case_call where case_number = ?`;
  const rows = await city.orm.em.fork().execute<Record<string, string | null>[]>(sql, [caseNumber, caseNumber]);
  return rows.flatMap((row) => Object.values(row));
}
