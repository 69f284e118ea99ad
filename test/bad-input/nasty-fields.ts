import { NASTY_STRINGS } from './nasty-strings.ts';
import { stringFieldsOf, withValueAt, type Operation, type StringField } from './published-operations.ts';
import { foundWith, thinned, type Scrutiny } from './scrutiny.ts';
import { comesBack } from './what-comes-back.ts';

/** Of a body with more fields than this, as a whole policy has, some are tried. */
const MOST_FIELDS = 40;
/** One in so many strings that a field may hold is tried alone; each string in some field. */
const SHARE = 24;

/**
 * What is wrong when nasty strings are sent in each field of an operation's body: what the document forbids must be
 * refused and leave nothing; what is accepted must come back as it was sent.
 *
 * @param turn lets other strings be tried in each operation
 */
export async function nastyFieldsOf(scrutiny: Scrutiny, operation: Operation, turn: number): Promise<string[]> {
  const fields = operation.body ? stringFieldsOf(scrutiny.document, operation.body) : [];
  const tried = thinned(fields, Math.ceil(fields.length / MOST_FIELDS), turn);
  return foundWith(tried, (field, index) => ofField(scrutiny, operation, field, turn + index));
}

async function ofField(
  scrutiny: Scrutiny,
  operation: Operation,
  { way, schema }: StringField,
  turn: number,
): Promise<string[]> {
  const request = await scrutiny.ready(operation);
  const tries = Object.entries(NASTY_STRINGS).map(([name, value]) => {
    const body = withValueAt(request.body, way, value);
    const isInvited = scrutiny.conformity.isInvited(operation, body);
    return { name: `${way.join('.')} = ${name}`, value, isInvited, instead: { body: JSON.stringify(body) } };
  });
  const invited = tries.filter(({ isInvited }) => isInvited);
  const alone = thinned(invited, SHARE, turn).map(({ name, value }) => ({ name, value }));
  const together = inOne(
    invited.map(({ value }) => value),
    schema.maxLength ?? 0,
  );
  return [
    ...(await scrutiny.ofRefusals(
      operation,
      request,
      tries.filter(({ isInvited }) => !isInvited),
    )),
    ...(await foundWith([...alone, ...together], (one) => ofValue(scrutiny, operation, way, one))),
  ];
}

async function ofValue(
  scrutiny: Scrutiny,
  operation: Operation,
  way: StringField['way'],
  { name, value }: { readonly name: string; readonly value: string },
): Promise<string[]> {
  const { body } = await scrutiny.ready(operation);
  const instead = { body: JSON.stringify(withValueAt(body, way, value)) };
  return scrutiny.ofEither(operation, { name, instead }, async (request, answer) =>
    (await comesBack(scrutiny.api, operation, request, { value, answer }))
      ? undefined
      : 'it did not come back unchanged',
  );
}

/** As many strings in one as a field can hold. */
function inOne(values: readonly string[], longest: number): { name: string; value: string }[] {
  let together = '';
  for (const value of values) if (lengthOf(together) + lengthOf(value) < longest) together += `${value}·`;
  return together === '' ? [] : [{ name: 'many together', value: together }];
}

/** In characters, as the document counts. */
const lengthOf = (text: string): number => Array.from(text).length;
