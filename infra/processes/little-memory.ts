/**
 * What Node.js and the C library are told so that a worker keeps little of what it has freed: by themselves V8 lets garbage
 * grow to as much as is in use, and the allocator keeps pools for each of the core's threads (docs/bench, levers).
 */
export const LITTLE_MEMORY = {
  flags: ['--heap-growing-percent=30', '--max-semi-space-size=8'],
  environment: { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' },
} as const;
