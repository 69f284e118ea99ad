export * from './failure-codes.ts';
export * from './search-attributes.ts';
export * from './stream-process.ts';
export * from './stream-start.ts';
