import { addressTable, displayWidth } from './address-table.ts';
import { readOptions } from './options.ts';
import { DEFAULT_PORTS } from './ports.ts';

describe('the table of addresses', () => {
  it('counts a Chinese character as two columns', () => {
    expect(displayWidth('mail')).toBe(4);
    expect(displayWidth('邮件 Mail')).toBe(9);
    expect(displayWidth('（市长）')).toBe(8);
    expect(displayWidth('𠮷')).toBe(2);
  });

  it('shows where everything is, and who can log in', () => {
    const table = addressTable(readOptions([], {}, '/repository'), DEFAULT_PORTS, 'postgresql://here/hotline', [
      { username: 'mayor', password: 'secret', who: '市长 mayor' },
    ]);
    for (const part of [
      'http://localhost:12345/api/openapi.json',
      ':8233/',
      ':11080/',
      'smtp://localhost:12525',
      'postgresql://here/hotline',
      'mayor',
    ]) {
      expect(table).toContain(part);
    }
  });

  it('names the servers from elsewhere instead of built-in ones', () => {
    const elsewhere = { TEMPORAL_ADDRESS: 'temporal.test:7233', SMTP_URL: 'smtp://mail.test' };
    const table = addressTable(
      readOptions([], elsewhere, '/repository'),
      DEFAULT_PORTS,
      'postgresql://here/hotline',
      [],
    );
    expect(table).toContain('temporal.test:7233');
    expect(table).toContain('smtp://mail.test');
    expect(table).not.toContain('8233');
  });
});

describe('the options of npm start', () => {
  it('keeps the data in the repository unless told where', () => {
    expect(readOptions([], {}, '/repository')).toMatchObject({ data: '/repository/.data', fast: false });
    const told = readOptions(['--fast', '--data', 'other'], { INIT_CWD: '/home/someone' }, '/repository');
    expect(told).toMatchObject({ data: '/home/someone/other', fast: true });
  });

  it('refuses an option that does not exist', () => {
    expect(() => readOptions(['--fsat'], {}, '/repository')).toThrow('--fsat');
  });

  it('takes an empty variable for none', () => {
    expect(readOptions([], { DATABASE_URL: '' }, '/repository').databaseUrl).toBeUndefined();
  });
});
