import { judge } from './judge.ts';
import type { BenchResults, KeptPart } from './bench-results.ts';
import { figure, goalInWords, measureInWords } from './wording.ts';

type Row = readonly [part: string, what: string, goal: string, measured: string, verdict: string];

const HEAD: Row = ['part', 'what', 'goal', 'measured', ''];
const SIGNS = { met: '✓ met', missed: '✗ missed', 'not measured': '– not measured' } as const;

/** The table for a terminal. */
export function terminalTable(results: BenchResults): string {
  const rows = [HEAD, ...results.parts.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The page of a profile in docs/bench/. */
export function markdownPage(results: BenchResults): string {
  const table = [HEAD, HEAD.map(() => '---'), ...results.parts.flatMap(rowsOf)];
  const lines = table.map((row) => `| ${row.join(' | ')} |`);
  return [
    `# Bench, profile ${results.profile}`,
    '',
    'Written by `npm run bench`; how to read it, and what is to be said of each goal missed: [README](README.md).',
    '',
    ...lines,
    '',
    ...results.parts.flatMap(sectionOf),
  ].join('\n');
}

function rowsOf(part: KeptPart): Row[] {
  return judge(part.goals, part.result).map(({ goal, measure, verdict }, index) => [
    index === 0 ? part.name : '',
    goal.says,
    goalInWords(goal, measure?.unit),
    measure ? measureInWords(measure) : '',
    SIGNS[verdict],
  ]);
}

function sectionOf(part: KeptPart): string[] {
  const { machine, result } = part;
  const against = part.against === '' ? '' : `, against ${part.against}`;
  const facts = [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}`,
    `node ${machine.node}, PostgreSQL ${machine.postgres}, Temporal ${machine.temporal}, commit ${machine.commit}`,
    `load ${figure(machine.load)}, ${figure(machine.commitsPerSecond)} flushed commits/s by one session`,
  ];
  return [
    `## ${part.name}`,
    '',
    `${part.title}${against}. Scale ${part.scale}, ${machine.at.slice(0, 16).replace('T', ' ')} UTC, took ${figure(part.seconds)} s.`,
    '',
    `${facts.join('; ')}.`,
    '',
    ...(part.knowsNoTemporal
      ? ['What its goals speak of knows no Temporal: one measurement for both profiles.', '']
      : []),
    ...(part.failure === undefined ? [] : [`**It did not come to an end:** ${part.failure}`, '']),
    ...(result.notes ?? []).map((note) => `- ${note}`),
    ...(result.notes?.length ? [''] : []),
    '| measure | value |',
    '| --- | --- |',
    ...Object.entries(result.measures).map(([name, measure]) => `| ${name} | ${measureInWords(measure)} |`),
    ...Object.entries(result.counters ?? {}).map(([name, value]) => `| ${name} (counter) | ${figure(value)} |`),
    '',
  ];
}
