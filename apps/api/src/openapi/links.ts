import type { OpenAPIObject } from '@nestjs/swagger';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;

/** OpenAPI's own, of which the document's types know only a part. */
interface Link {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, string>>;
}
interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
  links?: Record<string, Link>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** What an answer names: the parameters of paths it can fill, by where in it they stand. The first is its own. */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Case: {
    caseNumber: 'caseNumber',
    assignmentId: 'assignments/0/assignmentId',
    proposalId: 'proposals/0/proposalId',
    attachmentId: 'attachments/0/attachmentId',
    meetingId: 'meetings/0/meetingId',
    reportId: 'reports/0/reportId',
    documentId: 'documents/0/documentId',
    questionId: 'questions/0/questionId',
    transferId: 'emergency/transfers/0/id',
  },
  Call: { callId: 'callId' },
  Meeting: { meetingId: 'meetingId', resolutionId: 'resolutions/0/resolutionId' },
  SpecialReport: { reportId: 'reportId' },
  Article: { articleId: 'articleId', version: 'versions/0/version' },
  BoardEntry: { entryId: 'entryId' },
  SubDesk: { subDeskId: 'subDeskId' },
  Delegation: { delegationId: 'delegationId' },
  Shift: { shiftId: 'shiftId' },
  RulesChange: { changeId: 'changeId' },
  CasePage: { caseNumber: 'items/0/caseNumber' },
  MeetingPage: { meetingId: 'items/0/meetingId' },
  SpecialReportPage: { reportId: 'items/0/reportId' },
  ArticlePage: { articleId: 'items/0/articleId' },
  QualityPage: { checkNumber: 'items/0/checkNumber', caseNumber: 'items/0/caseNumber' },
  RulesChangePage: { changeId: 'items/0/changeId' },
  TaskPage: { taskId: 'items/0/taskId' },
  NoticePage: { noticeId: 'items/0/noticeId' },
};

/** An operation with the method and the path parameters it has. */
interface Known {
  readonly id: string;
  readonly isRead: boolean;
  /** The parameter that the path ends with. */
  readonly last: string | undefined;
  readonly operation: Operation;
  readonly inPath: readonly string[];
  readonly takes: (header: string) => boolean;
}

/**
 * The paths, with links from each answer that names something to what can be done with it: from what is made or read to
 * all of that, from what is changed back to reading it, from a page to its first item and to the page after.
 */
export function withLinks(paths: Paths): Paths {
  const operations = Object.entries(paths).flatMap(([path, { get, post }]) => [
    ...(get ? [known(path, get, true)] : []),
    ...(post ? [known(path, post, false)] : []),
  ]);
  for (const source of operations) {
    for (const [status, answer] of Object.entries(source.operation.responses as Record<string, Answer>)) {
      if (!status.startsWith('2')) continue;
      const links = linksFrom(source, status, answer, operations);
      if (Object.keys(links).length > 0) answer.links = links;
    }
  }
  return paths;
}

function known(path: string, operation: Operation, isRead: boolean): Known {
  const parameters = (operation.parameters ?? []) as unknown as readonly Parameter[];
  return {
    id: operation.operationId ?? '',
    isRead,
    last: /\{(\w+)\}$/.exec(path)?.[1],
    operation,
    inPath: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    takes: (wanted) => parameters.some(({ name }) => name === wanted),
  };
}

function linksFrom(source: Known, status: string, answer: Answer, operations: readonly Known[]): Record<string, Link> {
  const name = answer.content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
  const named = NAMED[name] ?? {};
  const [own] = Object.keys(named);
  const isHub = status === '201' || source.isRead || !operations.some((one) => isReadOf(one, own));
  const targets = operations.filter(
    (one) =>
      one.inPath.length > 0 &&
      one.inPath.every((parameter) => parameter in named) &&
      // What was just made has no parts yet.
      (status !== '201' || one.inPath.length === 1) &&
      (isHub || isReadOf(one, own)) &&
      // Only its own revision is in the answer.
      (!one.takes('If-Match') || (one.inPath[0] === own && !name.endsWith('Page'))),
  );
  const links = targets.map((target) => [target.id, linkTo(target, named)] as const);
  return Object.fromEntries([...links, ...linkToPageAfter(source)]);
}

function isReadOf({ isRead, last }: Known, own: string | undefined): boolean {
  return isRead && last !== undefined && last === own;
}

function linkTo({ id, inPath, takes }: Known, named: Readonly<Record<string, string>>): Link {
  const parameters = Object.fromEntries(inPath.map((name) => [name, `$response.body#/${named[name]}`]));
  return {
    operationId: id,
    parameters: { ...parameters, ...(takes('If-Match') ? { 'If-Match': '$response.header.ETag' } : {}) },
  };
}

function linkToPageAfter({ id, takes }: Known): [string, Link][] {
  return takes('after') ? [[id, { operationId: id, parameters: { after: '$response.body#/next' } }]] : [];
}
