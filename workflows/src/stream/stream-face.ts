import { changedAttributes, type HotlineAttributes } from '@hotline/contracts-process';
import type { NextAction } from '@hotline/domain';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { StreamDefinition, StreamState } from './stream-definition.ts';
import type { StreamMemory } from './stream-memory.ts';
import { detailsOf } from '../wording/details.ts';

/** What a reader of the Temporal UI sees of a stream: current details and search attributes. */
export class StreamFace<State extends StreamState> {
  readonly #definition: StreamDefinition<State>;
  readonly #stream: string;
  #shown = attributesSetBefore();

  constructor(definition: StreamDefinition<State>, stream: string) {
    this.#definition = definition;
    this.#stream = stream;
  }

  /** Shows the stream as it stands; search attributes are upserted together, and only those that changed. */
  show(memory: StreamMemory<State>, next: NextAction | undefined, anyFailed: boolean): void {
    const { state, rung } = memory;
    if (!state) return;
    setCurrentDetails(detailsOf(this.#stream, this.#definition.standing(state), next, anyFailed));
    const attributes = { ...this.#definition.attributes(state), HotlineRung: rung };
    const changes = changedAttributes(this.#shown, attributes);
    this.#shown = attributes;
    if (changes.length > 0) upsertSearchAttributes(changes);
  }
}

/** What the starter, or the run before, has set. */
function attributesSetBefore(): HotlineAttributes {
  const pairs = workflowInfo().typedSearchAttributes.getAll();
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key.name, value instanceof Date ? value.toISOString() : value]),
  ) as HotlineAttributes;
}
