import { HttpException } from '@nestjs/common';
import { AppError } from '@hotline/application';
import {
  articleView,
  boardEntryView,
  caseView,
  meetingView,
  reportView,
  rulesChangeView,
  type FieldProblem,
  type Problem,
} from '@hotline/contracts-http';
import type { z } from 'zod';
import { ProblemError } from './problem-error.ts';
import { PROBLEM_TABLE, titleOfStatus } from './problem-table.ts';
import { troubleOfDatabase } from './database-trouble.ts';

/** What was to be changed, in the shape in which it is answered: nothing else goes out. */
const PRESENT: Readonly<Record<string, z.ZodType<Record<string, unknown>>>> = {
  'case.stale': caseView,
  'meeting.stale': meetingView,
  'report.stale': reportView,
  'article.stale': articleView,
  'board.stale': boardEntryView,
  'rules.stale': rulesChangeView,
};

/** A problem as it is answered, and whether it is a fault of ours that must be recorded. */
export interface Refusal {
  readonly problem: Problem;
  readonly retryAfterSeconds?: number;
  readonly isFault: boolean;
}

const INTERNAL = 'service.internal-error';
const CODES_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  414: 'request.uri-too-long',
  415: 'request.media-type',
  417: 'request.expectation',
  431: 'request.headers-too-large',
};

/** What any error means to the caller. Never shows a message that was not written for him. */
export function refusalOfError(error: unknown): Refusal {
  if (error instanceof ProblemError) return refusal(error.code, error);
  // What is read outside of a use case's transaction fails with the domain's own error.
  const known = AppError.from(error);
  if (known instanceof AppError) return refusalOfUseCase(known);
  const trouble = troubleOfDatabase(error);
  if (trouble) return refusal(trouble, { retryAfterSeconds: 5 });
  const status = statusOf(error);
  return refusal(status >= 400 && status < 500 ? (CODES_OF_STATUS[status] ?? 'request.malformed') : INTERNAL);
}

function refusalOfUseCase({ code, details, cause }: AppError): Refusal {
  const trouble = PROBLEM_TABLE.has(code) ? undefined : troubleOfDatabase(cause);
  if (trouble) return refusal(trouble, { retryAfterSeconds: 5 });
  const seconds = details['retryAfterSeconds'];
  const present = PRESENT[code]?.safeParse(details['present']).data;
  return refusal(code, {
    ...(typeof seconds === 'number' ? { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) } : {}),
    ...(present ? { present } : {}),
    errors: fieldsOf(details['fields']),
  });
}

const MOST_ERRORS = 50;

/** What a use case found wrong part by part: where, and a code with words of its own. */
function fieldsOf(fields: unknown): FieldProblem[] | undefined {
  if (!Array.isArray(fields)) return undefined;
  return (fields as { readonly path: string; readonly code: string }[]).slice(0, MOST_ERRORS).map(({ path, code }) => ({
    path: path.slice(0, 300).toWellFormed().replaceAll('\0', '�'),
    code,
    message: PROBLEM_TABLE.get(code)?.zh ?? code,
  }));
}

interface More {
  readonly errors?: readonly FieldProblem[] | undefined;
  readonly present?: Record<string, unknown>;
  readonly retryAfterSeconds?: number | undefined;
}

function refusal(code: string, more: More = {}): Refusal {
  const known = PROBLEM_TABLE.has(code) ? code : INTERNAL;
  const { status, zh, en } = PROBLEM_TABLE.get(known) ?? { status: 500, zh: '系统内部出错。', en: 'Internal error.' };
  const problem: Problem = {
    type: `urn:hotline:problem:${known}`,
    title: titleOfStatus(status),
    status,
    code: known,
    detail: zh,
    detailEn: en,
    ...(more.errors ? { errors: [...more.errors] } : {}),
    ...(more.present ? { present: more.present } : {}),
  };
  return {
    problem,
    isFault: status >= 500,
    ...(more.retryAfterSeconds ? { retryAfterSeconds: more.retryAfterSeconds } : {}),
  };
}

/** Nest and Fastify both say the status of what they refuse by themselves. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
