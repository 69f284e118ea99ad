import { chmodSync, existsSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { postgresAccount } from './account.ts';
import { postgresDataFolder } from './data-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'hotline-folder-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the folder of the database', () => {
  it('is the wanted one where PostgreSQL can enter', async () => {
    chmodSync(home, 0o755);
    const wanted = join(home, 'here');
    expect(await postgresDataFolder(wanted, await postgresAccount())).toBe(wanted);
  });
});

const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;
describeAsRoot('the folder of the database, under root,', () => {
  it('lies elsewhere, linked, where the account that stands in for root cannot enter', async () => {
    chmodSync(home, 0o700);
    const wanted = join(home, 'closed');
    const account = await postgresAccount();
    const elsewhere = await postgresDataFolder(wanted, account);
    try {
      expect(readlinkSync(wanted)).toBe(elsewhere);
      writeFileSync(join(elsewhere, 'kept'), '');
      expect(await postgresDataFolder(wanted, account)).toBe(elsewhere);
      expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
      rmSync(wanted);
      await postgresDataFolder(wanted, account);
      expect(existsSync(join(elsewhere, 'kept'))).toBe(false);
    } finally {
      rmSync(dirname(elsewhere), { recursive: true, force: true });
    }
  });
});
