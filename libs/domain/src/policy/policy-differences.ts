/** One value that differs: its way in the policy, and what it is in each; absent on the side that has none. */
export interface PolicyDifference {
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** What differs between two policies, by the way to each value, `terms.help.workingDays`; rungs go by their name. */
export function policyDifferences(from: object, to: object): PolicyDifference[] {
  return differ(from, to, []);
}

function differ(from: unknown, to: unknown, way: readonly string[]): PolicyDifference[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const [left, right] = [partsOf(from), partsOf(to)];
  if (!left || !right)
    return [{ path: way.join('.'), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => differ(left.get(name), right.get(name), [...way, name]));
}

/** Members by name; a list of rungs by the rungs' names, so that one more is one difference. Other lists are one value. */
function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((item: unknown) =>
    typeof item === 'object' && item !== null && 'rung' in item ? String(item.rung) : undefined,
  );
  const names = named.filter((name) => name !== undefined);
  if (value.length === 0 || names.length !== value.length || new Set(names).size !== names.length) return undefined;
  return new Map(value.map((item, index) => [names[index] ?? '', item]));
}
