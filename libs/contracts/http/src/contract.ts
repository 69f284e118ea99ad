import { z } from 'zod';

/** Every shape of the API that has a name of its own in the OpenAPI document. */
const contract = z.registry<{ id: string }>();
/** zod drops the examples of a shape that reads what it is given (an instant as canonical UTC), so they are kept here. */
const examples = new Map<string, unknown>();

/** Gives a shape its name in the OpenAPI document, and an example where one helps, and answers it otherwise unchanged. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema, example?: z.input<Schema>): Schema {
  contract.add(schema, { id });
  if (example !== undefined) examples.set(id, example);
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
  const { schemas } = z.toJSONSchema(contract, { uri: pathOfName, ...AS_ASKED });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withExample(id, withoutAddress(schema))]),
  );
}

/** One shape as a JSON Schema: a reference where it has a name, else in full. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const name = nameOf(schema);
  return name ? { $ref: pathOfName(name) } : withoutAddress(z.toJSONSchema(schema, AS_ASKED));
}

/** As it is asked for, in the draft of OpenAPI 3.1. Days and instants are told by their format alone: zod's patterns are pages long. */
const AS_ASKED = {
  io: 'input',
  target: 'draft-2020-12',
  override({ jsonSchema }: { readonly jsonSchema: { format?: string; pattern?: string } }) {
    if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern;
  },
} as const;

const pathOfName = (id: string): string => `#/components/schemas/${id}`;

function withExample(id: string, schema: JsonSchema): JsonSchema {
  return examples.has(id) ? { ...schema, examples: [examples.get(id)] } : schema;
}

function withoutAddress(schema: object): JsonSchema {
  const { $schema: _, $id: __, '~standard': ___, ...rest } = schema as Record<string, unknown>;
  return rest;
}
