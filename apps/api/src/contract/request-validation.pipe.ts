import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { refusalOf } from '../problem/field-problems.ts';
import { waysToReservedNames } from './reserved-names.ts';

/** Checks each part of a request by its schema. A command that needs no body may come without one. */
@Injectable()
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: refusalOf });
  }

  override transform<Value = unknown>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const given = metadata.type === 'body' && value === undefined ? ({} as Value) : value;
    // A file's bytes have no names.
    if (given instanceof Uint8Array) return Promise.resolve(given);
    if (metadata.type === 'body' || metadata.type === 'query') refuseReservedNames(given);
    return super.transform(given, metadata);
  }
}

/** zod takes `constructor` and the like for known fields, because every object has them: seen in 4.6.7. */
function refuseReservedNames(given: unknown): void {
  const issues = waysToReservedNames(given).map((path) => ({ code: 'unrecognized_keys', message: '', path }));
  if (issues.length > 0) throw refusalOf(issues);
}
