import { openCluster } from '../../temporal-cluster/open-cluster.ts';
import type { ClusterPlace } from '../../temporal-cluster/place.ts';
import { updateClusterSchema } from '../../temporal-cluster/schema.ts';
import { spawnClusterServer } from '../../temporal-cluster/server.ts';
import { spawnWebUi } from '../../temporal-cluster/web-ui.ts';
import type { SearchAttributeTypes } from '../../temporal/search-attributes.ts';
import type { ClusterPrograms } from '../bootstrap/cache.mjs';
import { findClusterPrograms } from '../bootstrap/cache.mjs';
import { CannotRun } from '../saying.ts';
import type { Part } from '../supervise.ts';
import { untilAnswers } from '../until-answers.ts';

/**
 * The programs of the cluster.
 *
 * @throws CannotRun when they are not built
 */
export function clusterPrograms(): ClusterPrograms {
  const programs = findClusterPrograms();
  if (programs) return programs;
  throw new CannotRun(
    '没有 Temporal 集群程序。请用 npm run cluster 启动，它会编译。',
    'The programs of the Temporal cluster are missing. Start by "npm run cluster": it builds them.',
  );
}

/**
 * The production Temporal server on the databases of the place, which are brought to its schema first; when it is
 * ready, it has the namespace with 90 days of retention and knows the attributes.
 *
 * @param empty told when the namespace had to be made: the server knows no workflow
 */
export function temporalClusterPart(
  programs: ClusterPrograms,
  place: ClusterPlace,
  namespace: string,
  attributes: SearchAttributeTypes,
  empty: () => void,
): Part {
  return {
    name: 'temporal',
    title: 'Temporal',
    async spawn(stdio) {
      await updateClusterSchema(programs.sqlTool, place);
      return spawnClusterServer(programs.server, place, stdio);
    },
    async untilReady(signal) {
      const address = `127.0.0.1:${place.ports.frontend}`;
      if (await openCluster(address, namespace, attributes, 120_000, signal)) empty();
    },
    ending: { signal: 'SIGTERM', patience: 20_000 },
  };
}

/** Temporal's Web UI on the port. */
export function temporalUiPart(programs: ClusterPrograms, place: ClusterPlace, namespace: string, port: number): Part {
  const address = `127.0.0.1:${place.ports.frontend}`;
  return {
    name: 'temporal-ui',
    title: 'Temporal UI',
    spawn: (stdio) => spawnWebUi(programs.ui, { address, namespace, port, folder: place.folder }, stdio),
    untilReady: (signal) => untilAnswers(`http://127.0.0.1:${port}/`, 30_000, signal),
    ending: { signal: 'SIGTERM', patience: 5_000 },
  };
}
