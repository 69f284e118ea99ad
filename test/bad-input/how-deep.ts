/** How far the suites go: as far as `npm test` has time for, or as `npm run test:deep` says. */
export interface Depth {
  /** Requests that are made up for each operation. */
  readonly examples: number;
  /** What they are made up from: the same seed makes the same requests. */
  readonly seed: number;
  /** Only operations whose id holds this. */
  readonly only: string;
  /** Every string alone in every field, rather than each in some. */
  readonly everything: boolean;
}

const { BAD_INPUT_EXAMPLES, BAD_INPUT_SEED, BAD_INPUT_ONLY } = process.env;

export const DEPTH: Depth = {
  examples: Number(BAD_INPUT_EXAMPLES ?? 20),
  seed: Number(BAD_INPUT_SEED ?? 12_345),
  only: BAD_INPUT_ONLY ?? '',
  everything: BAD_INPUT_EXAMPLES !== undefined,
};
