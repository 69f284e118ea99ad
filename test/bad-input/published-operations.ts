/** A JSON Schema as the OpenAPI document has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface PublishedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security?: readonly object[];
}

/** The document that the API publishes of itself, as far as it is read here. */
export interface PublishedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PublishedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** An operation of the document, with everything said about it in one place. */
export interface Operation extends PublishedOperation {
  readonly method: string;
  readonly path: string;
  readonly body?: Schema;
}

/** A string that a body may hold: the way to it (0 stands for each item of a list) and what is said of it. */
export interface StringField {
  readonly way: readonly (string | number)[];
  readonly schema: Schema;
}

/** Every operation of a document. */
export function operationsOf({ paths }: PublishedDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const body = operation.requestBody?.content['application/json']?.schema;
      return { ...operation, method: method.toUpperCase(), path, ...(body ? { body } : {}) };
    }),
  );
}

/** A schema itself, where it only refers to one. */
export function resolved(document: PublishedDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? schema);
}

/** Every string in a body, however deep. */
export function stringFieldsOf(document: PublishedDocument, body: Schema, way: StringField['way'] = []): StringField[] {
  const schema = resolved(document, body);
  if (schema.type === 'string') return [{ way, schema }];
  if (schema.items) return stringFieldsOf(document, schema.items, [...way, 0]);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    stringFieldsOf(document, property, [...way, name]),
  );
}

/** A copy of a body with one value in it changed. */
export function withValueAt(body: unknown, way: StringField['way'], value: unknown): unknown {
  const [step, ...further] = way;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    // An example without the list gets one of its own.
    const list: unknown[] = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[step] = withValueAt(list[step], further, value);
    return list;
  }
  return { ...(body as object), [step]: withValueAt((body as Record<string, unknown>)[step], further, value) };
}
