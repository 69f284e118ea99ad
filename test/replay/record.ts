import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundle, Engine } from '../engine/engine.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const folder = new URL('histories/', import.meta.url);
const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Plays the scenarios, all or the named ones, on the time-skipping server and keeps the histories of their workflows.
 * Run it when a scenario is added, or when a release changes on purpose what workflows do and no run of the earlier
 * release is left: `npm run replay:record -- [name ...]`.
 */
const names = process.argv.slice(2);
const unknown = names.filter((name) => SCENARIOS[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}. There are: ${Object.keys(SCENARIOS).join(', ')}.`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const code = await bundle();
for (const [order, [name, scenario]] of Object.entries(SCENARIOS).entries())
  if (names.length === 0 || names.includes(name))
    await record(scenario, `20260105${String(order + 1).padStart(4, '0')}`);

/** Each scenario has a server of its own: the clock of a server is one for all that runs on it. */
async function record(scenario: Scenario, caseNumber: string): Promise<void> {
  const engine = await Engine.start(code);
  try {
    for (const [name, { workflowId, runId }] of Object.entries(await scenario(engine, caseNumber))) {
      const history = await engine.env.client.workflow.getHandle(workflowId, runId).fetchHistory();
      await writeFile(new URL(`${name}.json`, folder), `${placeless(historyToJSON(history))}\n`);
      console.log(`${name}: ${history.events?.length ?? 0} events`);
    }
  } finally {
    await engine.stop();
  }
}

/** Neither the machine on which it was recorded nor its folders. */
function placeless(json: string): string {
  return json.replaceAll(repository, '').replaceAll(/"identity": ?"[^"]*"/g, '"identity": "recorded"');
}
