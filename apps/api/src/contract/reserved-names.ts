/** The ways to every field whose name each object has by birth (`constructor`, `toString`, …): no shape has such a field. */
export function waysToReservedNames(given: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const further = [...way, name];
    return !Array.isArray(given) && name in Object.prototype ? [further] : waysToReservedNames(value, further);
  });
}
