export * from './search-attributes.ts';
export * from './stream-process.ts';
