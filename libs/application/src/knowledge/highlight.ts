import type { SearchQuery } from './search-terms.ts';

/** A piece of text, and whether it is what was searched for. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

const BEFORE = 20;
const LENGTH = 110;

/** The whole text with what was searched for marked. */
export function mark(text: string, query: SearchQuery | undefined): Marked[] {
  const needle = query && needleOf(query);
  if (!needle) return text === '' ? [] : [{ text, hit: false }];
  return text
    .split(needle)
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
}

/** Some hundred characters of the text, around the first place of what was searched for. */
export function excerpt(text: string, query: SearchQuery | undefined): Marked[] {
  const found = query && needleOf(query)?.exec(text);
  const characters = Array.from(text);
  const at = found ? Array.from(text.slice(0, found.index)).length : 0;
  const from = characters.length <= LENGTH ? 0 : Math.max(0, Math.min(at - BEFORE, characters.length - LENGTH));
  const cut = characters.slice(from, from + LENGTH).join('');
  return mark(`${from > 0 ? '…' : ''}${cut}${from + LENGTH < characters.length ? '…' : ''}`, query);
}

/** Longer words first, so that a part of one does not hide it. */
function needleOf({ words, terms }: SearchQuery): RegExp | undefined {
  const all = [...new Set([words, ...terms])].filter((word) => word !== '');
  if (all.length === 0) return undefined;
  const escaped = all
    .toSorted((left, right) => right.length - left.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(`(${escaped.join('|')})`, 'iu');
}
