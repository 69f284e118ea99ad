import { parseArgs } from 'node:util';
import { CommandError } from '../command-error.ts';
import { City } from './api-client.ts';
import { comparisonTable, type Comparison } from './expectation.ts';
import { Narrator } from './narrator.ts';
import { WORKING_DAY } from './pace.ts';
import { startOwnSystem } from './own-system.ts';
import type { Scene, Theatre } from './scene.ts';
import { DIRECT_ANSWER_SCENE } from './scenes/direct-answer.scene.ts';
import { LATE_UNIT_SCENE } from './scenes/late-unit.scene.ts';
import { MEDICAL_INSURANCE_SCENE } from './scenes/medical-insurance.scene.ts';
import { SEWER_SCENE } from './scenes/sewer.scene.ts';
import { TRANSFORMER_SCENE } from './scenes/transformer.scene.ts';

/** Played one after the other: first the prologue alone, then four cases at once. */
const ACTS: readonly (readonly Scene[])[] = [
  [DIRECT_ANSWER_SCENE],
  [LATE_UNIT_SCENE, SEWER_SCENE, TRANSFORMER_SCENE, MEDICAL_INSURANCE_SCENE],
];

/** Exit code 0: all that was promised came; 1: something did not. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' }, mail: { type: 'string' } } });
  if ((values.url === undefined) !== (values.mail === undefined))
    throw new CommandError('--url 与 --mail 须同时给出。', '--url and --mail are given together.');
  if (values.url !== undefined && values.mail !== undefined) return playAll(values.url, values.mail);

  const interruption = new AbortController();
  const interrupt = (): void =>
    interruption.abort(new CommandError('演示已中止。', 'The demonstration was broken off.'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  const system = await startOwnSystem(interruption.signal);
  try {
    const interrupted = new Promise<never>((_, reject) =>
      interruption.signal.addEventListener('abort', () => reject(interruption.signal.reason as Error)),
    );
    return await Promise.race([playAll(system.url, system.mailPage), interrupted]);
  } finally {
    await system.stop();
  }
}

async function playAll(url: string, mailPage: string): Promise<number> {
  console.log(
    `\n演示开始：一个工作日为 ${WORKING_DAY / 1_000} 秒  the demonstration begins: a working day lasts ${WORKING_DAY / 1_000} s\n`,
  );
  const city = new City(url);
  const narrator = new Narrator(city);
  const theatre: Theatre = { city, narrator, mailPage };
  const began = performance.now();
  const results: { scene: Scene; comparisons: readonly Comparison[] }[] = [];
  for (const scenes of ACTS)
    results.push(
      ...(await Promise.all(scenes.map(async (scene) => ({ scene, comparisons: await played(scene, theatre) })))),
    );
  await narrator.stop();
  const seconds = Math.round((performance.now() - began) / 1_000);

  for (const { scene, comparisons } of results) console.log(`\n${comparisonTable(scene.title, comparisons)}`);
  const all = results.flatMap(({ comparisons }) => comparisons);
  const missed = all.filter(({ holds }) => !holds).length;
  console.log(
    missed === 0
      ? `\n✓ ${all.length} 项全部相符（${seconds} 秒）  all ${all.length} as expected, in ${seconds} s`
      : `\n✗ ${all.length} 项中 ${missed} 项不符（${seconds} 秒）  ${missed} of ${all.length} not as expected`,
  );
  return missed === 0 ? 0 : 1;
}

/** A scene that breaks off is a line of its table, so that the others are still told. */
async function played(scene: Scene, theatre: Theatre): Promise<readonly Comparison[]> {
  try {
    return await scene.play(theatre);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const came = error instanceof Error ? error.message : String(error);
    return [{ chinese: '演到结束', english: 'played to its end', expected: '✓', came, holds: false }];
  }
}
