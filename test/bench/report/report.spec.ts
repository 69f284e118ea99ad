import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Goal } from '../part.ts';
import { judge } from './judge.ts';
import type { BenchResults } from './bench-results.ts';
import { keepResults } from './keep-results.ts';
import { markdownPage, terminalTable } from './table.ts';

const goals: Goal[] = [
  { measure: 'ratio', says: 'CPU', bound: 'at most', value: 1.25 },
  { measure: 'rate', says: 'cases/s', bound: 'at least', value: 20 },
  { measure: 'lost', says: 'lost', bound: 'exactly', value: 0 },
  { measure: 'absent', says: 'what was left out', bound: 'at most', value: 3 },
];
const measures = {
  ratio: { value: 1.2, unit: '×', spread: { min: 1.1, max: 1.3, rounds: 5 } },
  rate: { value: 12.34, unit: '/s' },
  lost: { value: 0 },
};
const machine = {
  at: '2026-11-24T08:00:00.000Z',
  commit: 'abc1234',
  processor: 'a processor',
  cores: 2,
  memoryGb: 24,
  kernel: '6.1',
  node: '24.21.0',
  postgres: '18.4',
  temporal: '1.29.1',
  load: 0.1,
  commitsPerSecond: 812,
  computingMs: 9.5,
};
const results: BenchResults = {
  profile: 'local',
  parts: [
    {
      name: 'lifecycle',
      title: 'Cases',
      against: 'the control',
      scale: 1,
      rounds: 5,
      seconds: 60,
      machine,
      goals: goals.map((goal) => ({ ...goal, verdict: 'met' as const })),
      result: { measures, counters: { 'events a case': 58 }, notes: ['A note.'] },
    },
  ],
};

describe('the report', () => {
  it('judges each goal by its measure', () => {
    expect(judge(goals, { measures }).map(({ verdict }) => verdict)).toEqual(['met', 'missed', 'met', 'not measured']);
  });

  it('shows goal, measured and verdict in a table', () => {
    expect(terminalTable(results).split('\n').slice(1)).toEqual([
      'lifecycle  CPU                ≤ 1.25 ×  1.20 × (1.10–1.30 in 5 rounds)  ✓ met',
      '           cases/s            ≥ 20 /s   12.3 /s                         ✗ missed',
      '           lost               = 0       0                               ✓ met',
      '           what was left out  ≤ 3                                       – not measured',
    ]);
  });

  it('says on the page what it was measured on', () => {
    const page = markdownPage(results);
    expect(page).toContain('| lifecycle | CPU | ≤ 1.25 × | 1.20 × (1.10–1.30 in 5 rounds) | ✓ met |');
    expect(page).toContain('a processor, 2 cores, 24 GB');
    expect(page).toContain('| events a case (counter) | 58 |');
    expect(page).toContain('- A note.');
  });

  it('stands on the pages of both profiles when it knows no Temporal, and leaves what else was kept there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    const [part] = results.parts;
    if (!part) throw new Error('there is no part');
    const played = (name: string, more: object = {}) => ({ ...part, ...more, name });
    const kept = async (profile: string): Promise<string[]> => {
      const { parts } = JSON.parse(await readFile(join(folder, `${profile}.json`), 'utf8')) as BenchResults;
      return parts.map(({ name }) => name);
    };
    try {
      const order = ['lifecycle', 'storm', 'growth'];
      await keepResults({ profile: 'cluster', parts: [played('lifecycle')] }, order, folder);
      const growth = played('growth', { knowsNoTemporal: true });
      await keepResults({ profile: 'local', parts: [growth, played('storm')] }, order, folder);
      expect(await kept('local')).toEqual(['storm', 'growth']);
      expect(await kept('cluster')).toEqual(['lifecycle', 'growth']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
