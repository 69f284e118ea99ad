import { z } from 'zod';

/** Every shape of the API that has a name of its own in the OpenAPI document. */
const contract = z.registry<{ id: string }>();

/** Gives a shape its name in the OpenAPI document and answers it unchanged. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  contract.add(schema, { id });
  return schema;
}

/** The name a shape was given, if any. */
export function nameOf(schema: z.ZodType): string | undefined {
  return contract.get(schema)?.id;
}

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** All named shapes as JSON Schemas by name, referring to each other as `#/components/schemas/NAME`. */
export function namedJsonSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(contract, { uri: pathOfName, io: 'input', target: 'draft-2020-12' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

/** One shape as a JSON Schema: a reference where it has a name, else in full. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const name = nameOf(schema);
  return name
    ? { $ref: pathOfName(name) }
    : withoutAddress(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }));
}

const pathOfName = (id: string): string => `#/components/schemas/${id}`;

function withoutAddress(schema: object): JsonSchema {
  const { $schema: _, $id: __, '~standard': ___, ...rest } = schema as Record<string, unknown>;
  return rest;
}
