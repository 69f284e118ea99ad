import { commandOnPath } from '../local/bootstrap/cache.mjs';

/**
 * The path of a Chromium of this machine: CHROMIUM, else the first of its usual names on the PATH.
 *
 * @throws Error with a sentence when there is none
 */
export function findChromium(): string {
  const found =
    process.env['CHROMIUM'] ??
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(commandOnPath).find(Boolean);
  if (!found)
    throw new Error(
      'There is no Chromium on this machine. Install it (Debian: apt-get install chromium fonts-noto-cjk), or name it: CHROMIUM=/path/to/chromium',
    );
  return found;
}
