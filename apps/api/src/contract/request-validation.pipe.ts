import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { refusalOf } from '../problem/field-problems.ts';

/** Checks each part of a request by its schema. A command that needs no body may come without one. */
@Injectable()
export class RequestValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: refusalOf });
  }

  override transform<Value = unknown>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const given = metadata.type === 'body' && (value === undefined || value === null) ? ({} as Value) : value;
    return super.transform(given, metadata);
  }
}
