import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandConfiguration } from './command.configuration.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const running = { databaseUrl: 'postgresql://a@localhost:1/x', temporalAddress: 'localhost:2', temporalNamespace: 'y' };

describe('where a command finds the system', () => {
  it('is where the running system says, so that chosen ports need not be told', () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    expect(commandConfiguration({}, folder)).toEqual({
      databaseUrl: running.databaseUrl,
      temporal: { address: 'localhost:2', namespace: 'y' },
    });
  });

  it('is where the environment says, before all else', () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    const found = commandConfiguration({ DATABASE_URL: 'postgres://b@localhost:3/z', TEMPORAL_ADDRESS: '' }, folder);
    expect(found.databaseUrl).toBe('postgres://b@localhost:3/z');
    expect(found.temporal.address).toBe('localhost:2');
  });

  it.each(['', '{', '{"databaseUrl":1}'])(
    'is at the default ports when nothing runs, or %j stands in the file',
    (written) => {
      writeFileSync(join(folder, 'running.json'), written);
      expect(commandConfiguration({}, folder).temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'default' });
    },
  );
});
