import type { CitizenContext, Clock, UseCaseContext } from '@hotline/application';
import type { ApiConfiguration } from '../api.configuration.ts';
import type { LogDestination } from './request-logging.ts';

/** What the API is composed of; given once by its main file, or by a test. */
export interface ApiParts {
  readonly orm: UseCaseContext['orm'];
  readonly clock: Clock;
  /** What codes go to citizens' phones by. */
  readonly sms: CitizenContext['sms'];
  /** Where the log goes; to the standard output by default. */
  readonly logTo?: LogDestination;
  readonly configuration: Pick<
    ApiConfiguration,
    'publicUrl' | 'databaseUrl' | 'webRoot' | 'logLevel' | 'cookieSecure' | 'trustProxy'
  > &
    Partial<Pick<ApiConfiguration, 'training'>>;
}

/** Where Nest finds the parts. */
export const API_PARTS = Symbol('ApiParts');
