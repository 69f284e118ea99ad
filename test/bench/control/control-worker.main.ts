import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { answerTheBench, tellTheBench } from '../house/answering.ts';
import { CACHED_WORKFLOWS } from '../../../apps/worker/src/worker.configuration.ts';
import { bundle } from '../../engine/engine.ts';
import { controlActivities } from './control.activities.ts';

const { TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = 'default' } = process.env;

/** The control's worker: made as the hotline's is, with the control's workflow and activities. */
Runtime.install({ logger: new DefaultLogger('ERROR') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: 'control',
  maxCachedWorkflows: CACHED_WORKFLOWS,
  workflowBundle: { code: await bundle(new URL('./control.workflow.ts', import.meta.url)) },
  activities: controlActivities((fired) => tellTheBench({ fired, at: Date.now() })),
});
void worker.run();
answerTheBench({});
