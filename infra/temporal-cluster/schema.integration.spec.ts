import { createSuiteDatabase } from '../test-servers/suite-database.ts';
import { execute } from '../postgres/cluster.ts';
import { findClusterPrograms } from '../local/bootstrap/cache.mjs';
import { INNER_PORTS, type ClusterPlace } from './place.ts';
import { databaseBeside } from './postgres-server.ts';
import { dropClusterDatabases, updateClusterSchema } from './schema.ts';

const tool = findClusterPrograms()?.sqlTool ?? '';
if (!tool) console.log('The schema of the cluster is not tested: "npm run cluster" builds its tool once (6 minutes).');

(tool ? describe : describe.skip)('the databases of the Temporal cluster', () => {
  let place: ClusterPlace;
  beforeAll(async () => {
    const databases = { store: 'schema_test', visibility: 'schema_test_visibility' };
    const postgres = await createSuiteDatabase({ migrated: false });
    place = { postgres, databases, ports: { frontend: 1, ...INNER_PORTS }, folder: '' };
  });
  afterAll(() => dropClusterDatabases(place), 30_000);

  const version = async (): Promise<string> => {
    const { rows } = await execute(databaseBeside(place.postgres, 'schema_test'), 'select * from schema_version');
    return (rows[0] as { curr_version: string }).curr_version;
  };

  it('are made by its own tool, and left as they are by a second run', async () => {
    await updateClusterSchema(tool, place);
    await execute(databaseBeside(place.postgres, 'schema_test'), 'create table kept (id int)');
    const made = await version();
    await updateClusterSchema(tool, place);
    expect(await version()).toBe(made);
    await execute(databaseBeside(place.postgres, 'schema_test'), 'select from kept');
  }, 60_000);

  it('are made whole after a making that was interrupted', async () => {
    await dropClusterDatabases(place);
    const stop = AbortSignal.timeout(200);
    await expect(updateClusterSchema(tool, place, stop)).rejects.toThrow(/abort/i);
    await updateClusterSchema(tool, place);
    expect(Number(await version())).toBeGreaterThan(1);
  }, 60_000);

  it('say what the tool said when it cannot work', async () => {
    const nowhere = new URL(place.postgres);
    nowhere.password = 'wrong';
    await expect(updateClusterSchema(tool, { ...place, postgres: nowhere.href })).rejects.toThrow(/password/);
  }, 60_000);
});
