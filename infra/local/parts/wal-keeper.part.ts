import { join } from 'node:path';
import { backupFolderOf } from '../../backup/place.ts';
import { REPOSITORY } from '../repository.ts';
import type { Part } from '../supervise.ts';
import { builtInDatabaseUrl } from './postgres.part.ts';
import { spawnNode } from './node-process.ts';

/** So much WAL the server keeps for a keeper that is away; then it gives up the backup rather than the hotline. */
export const WAL_FOR_THE_KEEPER = { max_slot_wal_keep_size: '8GB' };

/**
 * Keeps the write-ahead log of the built-in database beside the backups, from the first `npm run backup` on. Nobody waits
 * for it.
 */
export function walKeeperPart(data: string, postgresPort: number): Part {
  const args = [builtInDatabaseUrl(postgresPort), backupFolderOf(data, process.env)];
  return {
    name: 'backup',
    title: '备份日志 WAL keeper',
    spawn: (stdio) => spawnNode(join(REPOSITORY, 'infra/backup/wal-keeper.main.ts'), args, {}, stdio),
    untilReady: () => Promise.resolve(),
    ending: { signal: 'SIGTERM', patience: 5_000 },
  };
}
