import { z } from 'zod';

/** How many characters (code points) each kind of text may have. */
export const LENGTHS = { title: 200, text: 20_000, note: 2_000, name: 100, place: 200, search: 100 } as const;

/**
 * A person's words, kept exactly as given. Counted in code points, so that an emoji or a rare character is one. Refused:
 * `text.empty`, `text.too-long`, and `text.not-storable` (NUL and lone surrogates, which no database text can hold).
 */
export function words(longest: number) {
  return z
    .string()
    .check(({ value, issues }) => {
      const code = problemOf(value, longest);
      if (code) issues.push({ code: 'custom', input: value, params: { code, longest } });
    })
    .meta({ minLength: 1, maxLength: longest });
}

/** What words may be asked to match: any storable text, blank as well. */
export function searchWords() {
  return z
    .string()
    .check(({ value, issues }) => {
      const code = isStorable(value) ? undefined : 'text.not-storable';
      if (code) issues.push({ code: 'custom', input: value, params: { code } });
    })
    .max(LENGTHS.search);
}

/** Whether a database text can hold it unchanged. */
export function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

function problemOf(value: string, longest: number): string | undefined {
  if (!isStorable(value)) return 'text.not-storable';
  if (value.trim() === '') return 'text.empty';
  return value.length > longest && lengthOf(value) > longest ? 'text.too-long' : undefined;
}

function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) length += 1;
  return length;
}

export const title = () => words(LENGTHS.title).meta({ description: '标题' });
export const text = (description: string) => words(LENGTHS.text).meta({ description });
export const note = (description: string) => words(LENGTHS.note).meta({ description });
