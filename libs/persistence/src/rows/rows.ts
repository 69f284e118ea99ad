import type { EntityMetadata, EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/*
 * What every request reads and writes goes past the ORM's query builder and unit of work: they cost more than PostgreSQL
 * takes for the statement. The entity still says what the table and its columns are called.
 */

type Facts<Entity> = Partial<Record<keyof RequiredEntityData<Entity>, unknown>>;

/** The rows of which a condition in SQL holds, as the entity names their columns. Nobody follows what becomes of them. */
export async function findRows<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityName<Entity>,
  condition: string,
  values: readonly unknown[],
): Promise<Entity[]> {
  const meta = em.getMetadata(entity);
  const rows = await em.execute<object[]>(`select * from ${nameOf(meta)} where ${condition}`, [...values]);
  const driver = em.getDriver();
  return rows.map((row) => driver.mapResult<Entity>(row as never, meta) as Entity);
}

/** Writes new rows; all of them say the same facts as the first. */
export async function insertRows<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityName<Entity>,
  rows: readonly RequiredEntityData<Entity>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const meta = em.getMetadata(entity);
  const facts = Object.keys(first);
  const columns = facts.map((fact) => columnOf(meta, fact)).join(', ');
  const places = `(${facts.map(() => '?').join(', ')})`;
  const sql = `insert into ${nameOf(meta)} (${columns}) values ${rows.map(() => places).join(', ')}`;
  await em.execute(
    sql,
    rows.flatMap((row) =>
      facts.map((fact) => valueOf(meta, fact, (row as Facts<Entity>)[fact as keyof Facts<Entity>])),
    ),
  );
}

/** Changes the facts of the rows of which a condition in SQL holds. */
export async function changeRows<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityName<Entity>,
  facts: Facts<Entity>,
  condition: string,
  values: readonly unknown[],
): Promise<void> {
  const meta = em.getMetadata(entity);
  const given = Object.entries(facts);
  const set = given.map(([fact]) => `${columnOf(meta, fact)} = ?`).join(', ');
  const sql = `update ${nameOf(meta)} set ${set} where ${condition}`;
  await em.execute(sql, [...given.map(([fact, value]) => valueOf(meta, fact, value)), ...values]);
}

const nameOf = ({ tableName }: EntityMetadata): string => `"${tableName}"`;

function columnOf(meta: EntityMetadata, fact: string): string {
  return `"${propertyOf(meta, fact).fieldNames[0]}"`;
}

function valueOf(meta: EntityMetadata, fact: string, value: unknown): unknown {
  const isJson = propertyOf(meta, fact).columnTypes[0] === 'jsonb';
  return isJson && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null);
}

function propertyOf(meta: EntityMetadata, fact: string) {
  const property = meta.properties[fact as never] as { fieldNames: string[]; columnTypes: string[] } | undefined;
  if (!property) throw new Error(`${meta.className} has no ${fact}`);
  return property;
}
