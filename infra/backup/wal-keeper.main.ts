import { BackupFolder } from './backup-folder.ts';
import { keepWal } from './wal/keep-wal.ts';

/** `wal-keeper.main.ts DATABASE_URL FOLDER`: keeps the write-ahead log in the folder until it is told to end. */
const [databaseUrl, folder] = process.argv.slice(2);
if (databaseUrl === undefined || folder === undefined) {
  console.error('wal-keeper.main.ts DATABASE_URL FOLDER');
  process.exit(2);
}
const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ending.abort());
await keepWal({
  databaseUrl,
  folder: new BackupFolder(folder),
  signal: ending.signal,
  log: (sentence) => console.log(`${new Date().toISOString()} ${sentence}`),
});
