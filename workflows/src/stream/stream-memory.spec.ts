import { describe, expect, it } from '@jest/globals';
import type { StreamSignal } from '@hotline/contracts-process';
import { GENESIS, NO_LADDERS, type Ladders } from '@hotline/domain';
import type { StreamDefinition } from './stream-definition.ts';
import { StreamMemory } from './stream-memory.ts';

interface Sum {
  readonly head: { readonly number: number; readonly hash: string };
  readonly ladders: Ladders;
  readonly sum: number;
}

const fold =
  (weight: number) =>
  (state: Sum | undefined, { number, hash, payload }: StreamSignal): Sum => ({
    head: { number, hash },
    ladders: NO_LADDERS,
    sum: (state?.sum ?? 0) + weight * ((payload as { add?: number }).add ?? 0),
  });

const definition: StreamDefinition<Sum> = {
  eventTypes: [],
  evolve: { 1: fold(1), 2: fold(10) },
  attributes: () => ({}),
  standing: () => ({ stage: '', waitingFor: [] }),
  openings: { openedBy: ({ type }) => (type === 'Opened' ? 's-meeting-1' : undefined), isOpen: ({ sum }) => sum < 5 },
};

const adding = (add: number, rulesVersion?: number): object => ({ add, ...(rulesVersion ? { rulesVersion } : {}) });

const event = (number: number, more: Partial<StreamSignal> = {}): StreamSignal => ({
  stream: 's',
  number,
  type: 'Added',
  payload: adding(1, number === 1 ? 1 : undefined),
  at: '2026-01-05T01:00:00.000Z',
  by: 'u',
  previousHash: number === 1 ? GENESIS : `h${number - 1}`,
  hash: `h${number}`,
  ...more,
});

describe('the memory of a stream', () => {
  it('folds what comes next, and knows it afterwards', () => {
    const memory = new StreamMemory(definition);
    expect([memory.take(event(1)), memory.take(event(2)), memory.take(event(1)), memory.take(event(2))]).toEqual([
      'folded',
      'folded',
      'known',
      'known',
    ]);
    expect(memory.state?.sum).toBe(2);
  });

  it('takes neither a gap, nor another past, nor a known number with another hash', () => {
    const memory = new StreamMemory(definition);
    memory.take(event(1));
    expect(memory.take(event(3))).toBe('differs');
    expect(memory.take(event(2, { previousHash: 'other' }))).toBe('differs');
    expect(memory.take(event(1, { hash: 'other' }))).toBe('differs');
    expect(memory.state?.sum).toBe(1);
  });

  it('folds by the rules that the first event names, and by none that it does not know', () => {
    const memory = new StreamMemory(definition);
    memory.take(event(1, { payload: adding(1, 2) }));
    memory.take(event(2));
    expect(memory.state?.sum).toBe(20);
    const later = new StreamMemory(definition);
    expect(() => later.take(event(1, { payload: adding(1, 3) }))).toThrow('rules version 3');
  });

  it('remembers which streams were opened, as long as they are open', () => {
    const memory = new StreamMemory(definition);
    memory.take(event(1));
    memory.take(event(2, { type: 'Opened' }));
    expect(memory.openStreams).toEqual(['s-meeting-1']);
    memory.take(event(3, { payload: adding(4) }));
    expect(memory.openStreams).toEqual([]);
    memory.forget();
    expect([memory.head, memory.state]).toEqual([0, undefined]);
  });
});
