import type { Speech } from '../language/use-words.ts';

/** A wait of the machine, `a1/due` or `callback`: whose assignment it is about, and what kind of wait. */
export function partsOfSubject(subject: string): { readonly assignmentId?: string; readonly wait: string } {
  const [first = subject, second] = subject.split('/');
  if (second !== undefined && /^a\d+$/.test(first)) return { assignmentId: first, wait: second };
  // A transfer's: `t1/receipt`.
  if (second !== undefined && /^t\d+$/.test(first)) return { wait: second };
  return { wait: first };
}

/** What a rung does, in words; its own name where there are none. */
export function rungWords({ t }: Pick<Speech, 't'>, subject: string, rung: string): string {
  const { wait } = partsOfSubject(subject);
  return t(`rung.${wait}.${rung}` as never, { defaultValue: rung });
}
