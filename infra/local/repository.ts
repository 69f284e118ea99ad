import { resolve } from 'node:path';

/** The repository's top folder. */
export const REPOSITORY = resolve(import.meta.dirname, '..', '..');
