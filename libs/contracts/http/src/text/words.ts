import { z } from 'zod';

/** How many characters (code points) each kind of text may have. */
export const LENGTHS = { title: 200, text: 20_000, note: 2_000, name: 100, place: 200, search: 100 } as const;

/**
 * At least one character that is to be seen: neither space nor control, and none that Unicode says to leave out when
 * there is no sign for it (zero-width characters, fillers, selectors). Written so that every reader of the document
 * understands it.
 */
const SEEN =
  '[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f' +
  '\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8]';
const IS_SEEN = new RegExp(SEEN, 'u');

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
    .meta({ minLength: 1, maxLength: longest, pattern: SEEN });
}

/** Words that keep to one line. Refused besides: `text.not-one-line`. */
export function line(longest: number) {
  return words(longest)
    .check(({ value, issues }) => {
      if (/[\r\n]/.test(value)) issues.push({ code: 'custom', input: value, params: { code: 'text.not-one-line' } });
    })
    .meta({ minLength: 1, maxLength: longest, pattern: `^[^\\r\\n]*${SEEN}[^\\r\\n]*$` });
}

/** What words may be asked to match: any storable text, blank as well. */
export function searchWords() {
  return z
    .string()
    .check(({ value, issues }) => {
      const code = isStorable(value) ? tooLong(value, LENGTHS.search) : 'text.not-storable';
      if (code) issues.push({ code: 'custom', input: value, params: { code } });
    })
    .meta({ maxLength: LENGTHS.search });
}

/** Whether a database text can hold it unchanged. */
export function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

function problemOf(value: string, longest: number): string | undefined {
  if (!isStorable(value)) return 'text.not-storable';
  if (!IS_SEEN.test(value)) return 'text.empty';
  return tooLong(value, longest);
}

function tooLong(value: string, longest: number): string | undefined {
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
