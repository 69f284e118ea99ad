import type { Clock, UseCaseContext } from '@hotline/application';
import type { ApiConfiguration } from '../api.configuration.ts';

/** What the API is composed of; given once by its main file, or by a test. */
export interface ApiParts {
  readonly orm: UseCaseContext['orm'];
  readonly clock: Clock;
  readonly configuration: Pick<
    ApiConfiguration,
    'publicUrl' | 'databaseUrl' | 'webRoot' | 'logLevel' | 'cookieSecure' | 'trustProxy'
  >;
}

/** Where Nest finds the parts. */
export const API_PARTS = Symbol('ApiParts');
