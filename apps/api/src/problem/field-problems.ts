import type { FieldProblem } from '@hotline/contracts-http';
import { ProblemError } from './problem-error.ts';
import { PROBLEM_TABLE } from './problem-table.ts';

/** An issue as Standard Schema tells it. */
interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What zod tells of an issue beyond the standard. */
interface Issue extends StandardIssue {
  readonly code?: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly params?: { readonly code?: string };
}

const MOST_ERRORS = 50;
const CODES: Readonly<Record<string, string>> = {
  invalid_format: 'field.wrong-format',
  invalid_value: 'field.not-allowed',
  unrecognized_keys: 'field.unknown',
  too_small: 'field.too-small',
  too_big: 'field.too-big',
};

/**
 * The refusal of a request by its schema: each part that is wrong with a code of its own. When all of it is well formed
 * but too long or not storable, that code stands for the whole (422); else it is `request.invalid` (400).
 */
export function refusalOf(issues: readonly StandardIssue[]): ProblemError {
  const errors = issues.slice(0, MOST_ERRORS).flatMap((issue) => fieldProblemsOf(issue as Issue));
  const [first] = errors;
  const unprocessable = first && errors.every(({ code }) => PROBLEM_TABLE.get(code)?.status === 422);
  return new ProblemError(unprocessable ? first.code : 'request.invalid', { errors });
}

function fieldProblemsOf(issue: Issue): FieldProblem[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const code = codeOf(issue);
  const message = PROBLEM_TABLE.get(code)?.zh ?? issue.message;
  const paths = issue.keys ? issue.keys.slice(0, MOST_ERRORS).map((key) => [...path, shown(key)]) : [path];
  return paths.map((parts) => ({ path: parts.join('.'), code, message }));
}

function codeOf(issue: Issue): string {
  if (issue.params?.code) return issue.params.code;
  if (issue.code === 'invalid_type')
    return 'input' in issue && issue.input !== undefined ? 'field.wrong-type' : missingOr(issue);
  return CODES[issue.code ?? ''] ?? 'field.invalid';
}

/** zod leaves the input out of its issues; its sentence still says when there was none. */
function missingOr(issue: Issue): string {
  return issue.message.endsWith('received undefined') ? 'field.missing' : 'field.wrong-type';
}

/** An unknown key is shown in part: it is the caller's own, and may be long. */
function shown(key: string): string {
  return key.slice(0, 100).toWellFormed().replaceAll('\0', '�');
}
