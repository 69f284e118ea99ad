import { AppError } from '../app-error.ts';

/** Refuses words that no database text can hold unchanged: NUL and lone surrogates. Errors: text.not-storable. */
export function ensureStorable(...words: readonly (string | undefined)[]): void {
  if (words.some((given) => given !== undefined && (!given.isWellFormed() || given.includes('\0'))))
    throw new AppError('text.not-storable');
}
