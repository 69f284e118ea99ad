import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSuiteDatabase } from '@hotline/infra';
import { openDatabase } from '@hotline/persistence';

type Orm = Awaited<ReturnType<typeof openDatabase>>;

describe('the migrated database', () => {
  let orm: Orm;
  beforeAll(async () => {
    orm = await openDatabase(await createSuiteDatabase());
  });
  afterAll(() => orm.close());

  const entities = () => [...orm.getMetadata().getAll().values()];

  it('has the columns that the entities say, of their types, and no others', async () => {
    const rows = await orm.em.fork().execute<{ table_name: string; line: string }[]>(
      `select table_name, column_name || ' ' || udt_name || case is_nullable when 'YES' then ' null' else '' end as line
       from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
    );
    for (const { tableName, props } of entities()) {
      const said = props.map(
        ({ fieldNames, columnTypes, nullable }) =>
          `${fieldNames[0]} ${typeOf(columnTypes[0] ?? '')}${nullable ? ' null' : ''}`,
      );
      const found = rows.filter((row) => row.table_name === tableName).map(({ line }) => line);
      expect({ tableName, columns: found.sort() }).toEqual({ tableName, columns: said.sort() });
    }
  });

  it('has their keys', async () => {
    const rows = await orm.em.fork().execute<{ table_name: string; columns: string }[]>(
      `select c.conrelid::regclass::text as table_name, string_agg(a.attname, ' ' order by a.attname) as columns
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.contype = 'p' group by c.oid`,
    );
    for (const { tableName, props } of entities()) {
      const keys = props.flatMap(({ primary, fieldNames }) => (primary ? fieldNames : [])).sort();
      expect(rows).toContainEqual({ table_name: tableName, columns: keys.join(' ') });
    }
  });
});

/** PostgreSQL's name of a column type, lengths aside: words are kept as `text` whatever their length. */
function typeOf(type: string): string {
  if (/^(varchar|text)/.test(type)) return 'text';
  return { int: 'int4', boolean: 'bool', 'timestamptz(3)': 'timestamptz' }[type] ?? type;
}
