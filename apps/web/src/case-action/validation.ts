import type { FormInstance } from 'antd';
import type { TFunction } from 'i18next';
import type { z } from 'zod';

/** Where something is wrong, as a form names its fields, and the code of what it is. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  /** The place within what stands at the path, `due.2.offset`, and its line there. */
  readonly at?: string;
  readonly line?: number;
}

export type Checked<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problems: readonly FieldFault[] };

const CODES: Readonly<Record<string, string>> = {
  invalid_format: 'field.wrong-format',
  invalid_value: 'field.not-allowed',
  unrecognized_keys: 'field.unknown',
  too_small: 'field.too-small',
  too_big: 'field.too-big',
};

/** Checks what was typed by the schema the API checks it by; answers the body to send, or each fault with its code. What is taken `asItStands` keeps its blanks. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  typed: object,
  asItStands: object = {},
): Checked<z.input<Schema>> {
  const body = { ...(withoutBlanks(typed) as object), ...asItStands };
  const { success, error } = schema.safeParse(body);
  if (success) return { ok: true, body: body as z.input<Schema> };
  return {
    ok: false,
    problems: error.issues.map((issue) => ({ path: pathOf(issue.path), code: codeOf(issue, body) })),
  };
}

/** What was left empty is not sent at all. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item != null).map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null && item !== '');
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutBlanks(item)]));
}

/** Writes each fault under its field and goes to the first. */
export function showFieldProblems(form: FormInstance, problems: readonly FieldFault[], t: TFunction): void {
  const byField = Map.groupBy(problems, ({ path }) => path.join('.'));
  form.setFields(
    [...byField.values()].map((faults) => ({
      name: [...(faults[0]?.path ?? [])],
      errors: faults.map((fault) => sentenceOfFault(fault, t)),
    })),
  );
  const [first] = problems;
  if (first) form.scrollToField([...first.path], { focus: true, block: 'center' });
}

function sentenceOfFault({ code, at, line }: FieldFault, t: TFunction): string {
  const words = wordsOfFault(code, t);
  if (!at) return words;
  return line ? t('problem.atLine', { at, line, words }) : t('problem.at', { at, words });
}

/** A fault in words; of a code without words it is said only that the field is not valid. */
export function wordsOfFault(code: string, t: TFunction): string {
  return t(`problem.${code}` as never, { defaultValue: t('problem.field.invalid') });
}

/** `units.0.unitId`, as the API names a place, in the way forms do. */
export function pathOfApi(path: string): (string | number)[] {
  return path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function pathOf(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

function codeOf(issue: z.core.$ZodIssue, body: unknown): string {
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  if (valueAt(body, issue.path) === undefined) return 'field.missing';
  return CODES[issue.code] ?? (issue.code === 'invalid_type' ? 'field.wrong-type' : 'field.invalid');
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}
