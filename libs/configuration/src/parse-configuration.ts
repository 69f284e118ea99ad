import type { z } from 'zod';

/** What the process was told by its environment is wrong: one sentence for each variable. */
export class ConfigurationError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigurationError';
    this.sentences = sentences;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads an app's variables by its schema. An empty variable counts as one that is not set.
 *
 * @throws ConfigurationError naming each variable that is missing or wrong; values are not repeated, they may be secret
 */
export function parseConfiguration<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(parsed.error.issues.map((issue) => sentenceOf(issue, given)));
}

function sentenceOf(issue: z.core.$ZodIssue, given: Environment): string {
  const name = issue.path.map(String).join('.') || 'The environment';
  if (issue.path.length === 1 && given[String(issue.path[0])] === undefined)
    return `${name} is not set, and it has no default.`;
  return `${name} is wrong: ${issue.message}.`;
}
