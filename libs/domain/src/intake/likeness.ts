import { millisecondsOf, type Instant } from '../instant.ts';

/** A request as it is compared with others. */
export interface ComparedRequest {
  readonly title: string;
  readonly text: string;
  /** The words of title and text, cut by a dictionary, each once. */
  readonly words: readonly string[];
  readonly place?: string;
  /** Missing while the request is not sorted yet. */
  readonly categoryId?: string;
  readonly phoneKey?: string;
  readonly at: Instant;
}

export const LIKENESS_REASONS = ['title', 'text', 'words', 'place', 'category', 'phone', 'time'] as const;
/** 标题相近, 内容相近, 用词相同, 地点相同, 分类相同, 来电号码相同, 时间相近 */
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** How alike two requests are, from 0 to 1, and by what, the weightiest first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

const WEIGHTS = { wording: 0.5, place: 0.3, category: 0.12, time: 0.08 } as const;
/** The same caller makes two like requests more surely one; that another calls says nothing against it. */
const SAME_PHONE = 0.3;
/** As much of a text is compared: what it is about stands at its beginning. */
const COMPARED_LENGTH = 300;
const DAY = 86_400_000;
/** A part counts as a reason from this likeness on. */
const TELLING = 0.4;

/**
 * How alike two requests are. Symmetric; a request is wholly like itself; what is known of one alone is left out of the
 * reckoning. `days` is the window within which nearness in time tells anything.
 */
export function likenessOf(left: ComparedRequest, right: ComparedRequest, days: number): Likeness {
  const [one, other] = [piecesOf(left), piecesOf(right)];
  const wording = {
    title: shareOf(one.title, other.title),
    text: shareOf(one.text, other.text),
    words: overlapOf(one.words, other.words),
  };
  const parts = {
    wording: Math.max(wording.title, wording.text, wording.words * 0.9),
    place: likenessOfPlaces(left, right),
    category: left.categoryId && right.categoryId ? Number(left.categoryId === right.categoryId) : undefined,
    time: nearness(left.at, right.at, days),
  };
  const known = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).filter((part) => parts[part] !== undefined);
  const weight = known.reduce((sum, part) => sum + WEIGHTS[part], 0);
  const plain = known.reduce((sum, part) => sum + WEIGHTS[part] * (parts[part] ?? 0), 0) / weight;
  const samePhone = left.phoneKey !== undefined && left.phoneKey === right.phoneKey;
  const score = samePhone ? plain + (1 - plain) * SAME_PHONE : plain;
  const measured = {
    ...wording,
    place: parts.place,
    category: parts.category,
    phone: Number(samePhone),
    time: parts.time,
  };
  return {
    score: Math.min(1, score),
    reasons: LIKENESS_REASONS.filter((reason) => (measured[reason] ?? 0) >= TELLING),
  };
}

interface Pieces extends Readonly<Record<'title' | 'text' | 'words' | 'place', ReadonlySet<string>>> {
  readonly plainPlace: string;
}
/** One request is compared with many: it is cut once. */
const CUT = new WeakMap<ComparedRequest, Pieces>();

function piecesOf(request: ComparedRequest): Pieces {
  const known = CUT.get(request);
  if (known) return known;
  const { title, text, words, place = '' } = request;
  const pieces = {
    title: trigramsOf(title),
    text: trigramsOf(text),
    words: new Set(words),
    place: trigramsOf(place),
    plainPlace: plainOf(place),
  };
  CUT.set(request, pieces);
  return pieces;
}

/** Places are alike by name, or where the one stands in what the other caller said. */
function likenessOfPlaces(left: ComparedRequest, right: ComparedRequest): number | undefined {
  if (left.place && right.place) {
    const [ofLeft, ofRight] = [piecesOf(left), piecesOf(right)];
    const [one, other] = [ofLeft.plainPlace, ofRight.plainPlace];
    if (one === other) return 1;
    if (one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one))) return 0.85;
    const estate = estateOf(one);
    if (estate.length > 1 && estate === estateOf(other)) return 0.7;
    return shareOf(ofLeft.place, ofRight.place);
  }
  const [place, told] = left.place ? [left.place, right] : [right.place, left];
  if (!place || plainOf(place).length < 3) return undefined;
  return plainOf(told.title + told.text).includes(plainOf(place)) ? 0.85 : undefined;
}

/** A place without the house or the door in it: `桃园小区3号楼` lies in `桃园小区`. */
const estateOf = (place: string): string =>
  place.replace(/[0-9一二三四五六七八九十百]+(?:号楼|号|幢|栋|单元|室|楼|层).*$/, '');

function nearness(left: Instant, right: Instant, days: number): number {
  const apart = Math.abs(millisecondsOf(left) - millisecondsOf(right));
  return Math.max(0, 1 - apart / (days * DAY));
}

const plainOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The pieces of three characters of each run of letters and digits, two blanks before and one after it, as pg_trgm cuts them. */
export function trigramsOf(words: string): Set<string> {
  const runs =
    words
      .slice(0, COMPARED_LENGTH)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const trigrams = new Set<string>();
  for (const run of runs) {
    const padded = [' ', ' ', ...Array.from(run), ' '];
    for (let from = 0; from + 3 <= padded.length; from++) trigrams.add(padded.slice(from, from + 3).join(''));
  }
  return trigrams;
}

/** What two sets have in common, of all they have. */
function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = commonTo(left, right);
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

/** What two sets have in common, of the smaller; few words tell less. */
function overlapOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  if (left.size === right.size && commonTo(left, right) === smaller) return 1;
  return commonTo(left, right) / Math.max(4, smaller);
}

function commonTo(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let common = 0;
  for (const one of few) if (many.has(one)) common++;
  return common;
}
