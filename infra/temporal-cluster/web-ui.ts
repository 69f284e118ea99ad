import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Starts Temporal's Web UI on the loopback address, as the leader of a process group of its own.
 *
 * @param program the path of temporal-ui-server
 * @param place `address` of the server, host:port; the namespace shown first; the port of the pages; the folder for
 *   its configuration, made when it is not there
 */
export function spawnWebUi(
  program: string,
  place: { address: string; namespace: string; port: number; folder: string },
  stdio: StdioOptions,
): ChildProcess {
  const folder = join(place.folder, 'ui');
  mkdirSync(folder, { recursive: true });
  const settings = {
    temporalGrpcAddress: place.address,
    host: '127.0.0.1',
    port: place.port,
    enableUi: true,
    defaultNamespace: place.namespace,
    notifyOnNewVersion: false,
    disableNewsFetch: true,
    cors: { cookieInsecure: true, allowOrigins: [`http://localhost:${place.port}`, `http://127.0.0.1:${place.port}`] },
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'development.yaml'), JSON.stringify(settings, undefined, 2));
  const args = ['--root', folder, '--config', '.', '--env', 'development', 'start'];
  return spawn(program, args, { cwd: folder, env: { PATH: process.env['PATH'] }, detached: true, stdio });
}
