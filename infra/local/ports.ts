import { INNER_PORTS, type ClusterPorts } from '../temporal-cluster/place.ts';
import { freePortFrom } from '../processes/free-port.ts';
import { say } from './saying.ts';
import type { StartOptions } from './options.ts';

/** TCP ports of everything that `npm start` may run. */
export interface Ports {
  readonly api: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalUi: number;
  readonly smtp: number;
  readonly mailPage: number;
  readonly metrics: number;
  /** Where mail to the hotline is handed over. */
  readonly mailbox: number;
}

export const DEFAULT_PORTS: Ports = {
  api: 12345,
  postgres: 15432,
  temporal: 7233,
  temporalUi: 8233,
  smtp: 11025,
  mailPage: 11080,
  metrics: 19464,
  mailbox: 12525,
};

/**
 * The wanted ports, each replaced by the next free one when somebody listens there already, which is said. Ports of
 * parts that come from elsewhere are not looked at.
 */
export async function choosePorts(options: StartOptions, wanted: Ports = DEFAULT_PORTS): Promise<Ports> {
  const unused = new Set<string>([
    ...(options.databaseUrl ? ['postgres'] : []),
    ...(options.temporalAddress ? ['temporal', 'temporalUi'] : []),
    ...(options.smtpUrl ? ['smtp', 'mailPage'] : []),
  ]);
  const chosen: Record<string, number> = { ...wanted };
  const given = new Set<number>();
  for (const [name, port] of Object.entries(wanted) as [string, number][]) {
    if (unused.has(name)) continue;
    const free = await freePortFrom(port, given);
    if (free !== port)
      say(`端口 ${port}（${name}）已被占用，改用 ${free}`, `port ${port} (${name}) is taken, using ${free}`);
    given.add(free);
    chosen[name] = free;
  }
  return chosen as unknown as Ports;
}

/** The ports of a Temporal cluster behind the chosen ones: those inside of it are nobody's concern and chosen silently. */
export async function chooseClusterPorts({ temporal }: Ports): Promise<ClusterPorts> {
  const chosen: Record<string, number> = { frontend: temporal };
  for (const [name, port] of Object.entries(INNER_PORTS)) {
    chosen[name] = await freePortFrom(port, new Set(Object.values(chosen)));
  }
  return chosen as unknown as ClusterPorts;
}
