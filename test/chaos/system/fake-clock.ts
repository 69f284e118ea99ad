import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
];

/** A clock, by libfaketime, that processes with this environment read instead of the machine's. */
export interface FakeClock {
  readonly environment: Readonly<Record<string, string>>;
  /** It goes so many hours wrong, from the next second on. */
  shift(hours: number): void;
}

/** Undefined where libfaketime is not installed. */
export function fakeClock(folder: string): FakeClock | undefined {
  const library = LIBRARIES.find((path) => existsSync(path));
  if (!library) return undefined;
  const file = join(folder, 'clock');
  const shift = (hours: number): void => writeFileSync(file, `${hours < 0 ? '-' : '+'}${Math.abs(hours)}h`);
  shift(0);
  return {
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Spans of time stay true: only the time of day is wrong, as after a bad correction of a server's clock.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DISABLE_SHM: '1',
    },
    shift,
  };
}
