export { rehydrate, type Rehydrated, type RehydrateOptions } from './relay/rehydrate.ts';
