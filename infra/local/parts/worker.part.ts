import { join } from 'node:path';
import { REPOSITORY } from '../repository.ts';
import { untilAnswers } from '../until-answers.ts';
import type { Part } from '../supervise.ts';
import { spawnNode } from './node-process.ts';

/** The Temporal worker; it is up when its metrics answer. */
export function workerPart(metricsPort: number, environment: Record<string, string>): Part {
  const own = {
    METRICS_PORT: String(metricsPort),
    WORKFLOW_BUNDLE: join(REPOSITORY, 'apps/worker/dist/workflow-bundle.js'),
  };
  return {
    name: 'worker',
    title: 'Worker',
    spawn: (stdio) =>
      spawnNode(join(REPOSITORY, 'apps/worker/src/main.ts'), [], { ...environment, ...own }, stdio, { asWorker: true }),
    untilReady: (signal) => untilAnswers(`http://127.0.0.1:${metricsPort}/metrics`, 60_000, signal),
    ending: { signal: 'SIGTERM', patience: 20_000 },
  };
}
