import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.ts';
import { WorkflowHome } from './workflow-home.ts';

describe('the home of the workflows', () => {
  const data = mkdtempSync(join(tmpdir(), 'hotline-home-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const home = (args: string[] = [], environment = {}): WorkflowHome =>
    new WorkflowHome(readOptions([...args, '--data', data], environment, '/repository'));

  it('is the development server until another one has had the data', () => {
    expect(home().isElsewhere).toBe(false);
    expect(home(['--cluster']).isElsewhere).toBe(true);
  });

  it('moves with each start on another server, and back', () => {
    home(['--cluster']).moved();
    expect(home(['--cluster']).isElsewhere).toBe(false);
    expect(home().isElsewhere).toBe(true);
    expect(home([], { TEMPORAL_ADDRESS: 'temporal.test:7233' }).isElsewhere).toBe(true);
  });

  it('is to be filled again when its server has forgotten everything', () => {
    home(['--cluster']).moved();
    home(['--cluster']).lost();
    expect(home(['--cluster']).isElsewhere).toBe(true);
    home().moved();
    home().lost();
    expect(home().isElsewhere).toBe(true);
  });
});
