import { defineSearchAttributeKey, type SearchAttributePair, type SearchAttributeUpdatePair } from '@temporalio/common';

/** Search attributes of the hotline's workflows with their Temporal types (per namespace 10 keywords, 3 of each other type). */
export const SEARCH_ATTRIBUTES = {
  HotlineStage: 'Keyword',
  HotlineUrgency: 'Keyword',
  HotlineRung: 'Keyword',
  HotlineCategory: 'Keyword',
  HotlineDeputyMayor: 'Keyword',
  HotlineUnits: 'KeywordList',
  HotlineDue: 'Datetime',
} as const satisfies Record<string, 'Keyword' | 'KeywordList' | 'Datetime' | 'Int' | 'Bool'>;

/** Values for the search attributes; `HotlineDue` is an instant. What is absent or empty is not set. */
export interface HotlineAttributes {
  readonly HotlineStage?: string | undefined;
  readonly HotlineUrgency?: string | undefined;
  /** The latest rung climbed of the waits that still run. */
  readonly HotlineRung?: string | undefined;
  readonly HotlineCategory?: string | undefined;
  readonly HotlineDeputyMayor?: string | undefined;
  /** Ids of the units that it binds. */
  readonly HotlineUnits?: readonly string[] | undefined;
  /** The earliest due of what is still owed. */
  readonly HotlineDue?: string | undefined;
}

type Name = keyof typeof SEARCH_ATTRIBUTES;

/** The attributes as Temporal takes them at a start. */
export function attributePairs(attributes: HotlineAttributes): SearchAttributePair[] {
  return names(attributes).flatMap((name) => {
    const pair = attributePair(name, attributes);
    return pair.value === null ? [] : [pair as SearchAttributePair];
  });
}

/** What must be upserted to come from one set of values to another; empty when nothing changed. */
export function changedAttributes(from: HotlineAttributes, to: HotlineAttributes): SearchAttributeUpdatePair[] {
  return names({ ...from, ...to })
    .filter((name) => JSON.stringify(valueOf(name, from)) !== JSON.stringify(valueOf(name, to)))
    .map((name) => attributePair(name, to));
}

function names(attributes: HotlineAttributes): Name[] {
  return (Object.keys(SEARCH_ATTRIBUTES) as Name[]).filter((name) => name in attributes);
}

function valueOf(name: Name, attributes: HotlineAttributes): string | readonly string[] | null {
  const value = attributes[name];
  return value === undefined || value.length === 0 ? null : value;
}

function attributePair(name: Name, attributes: HotlineAttributes): SearchAttributeUpdatePair {
  const value = valueOf(name, attributes);
  if (name === 'HotlineUnits')
    return { key: defineSearchAttributeKey(name, 'KEYWORD_LIST'), value: value === null ? null : [value].flat() };
  if (name === 'HotlineDue')
    return { key: defineSearchAttributeKey(name, 'DATETIME'), value: value === null ? null : new Date(String(value)) };
  return { key: defineSearchAttributeKey(name, 'KEYWORD'), value: value === null ? null : String(value) };
}
