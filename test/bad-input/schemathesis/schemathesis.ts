import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findSchemathesis } from '../../../infra/local/bootstrap/cache.mjs';
import { operationsOf, type PublishedDocument } from '../published-operations.ts';
import { ReadyRequests } from '../ready-requests.ts';
import type { RunningApi } from '../running-api.ts';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** It has no end of its own. */
const STREAM = 'followChanges';
/** Conflicts and rules that are not met are answers too: the state a request meets is seldom the one it needs. */
const NOT_PROMISED = 'positive_data_acceptance';

/** What Schemathesis is to do. */
export interface Wish {
  /** Of Schemathesis' own: `examples`, `coverage`, `fuzzing`, `stateful`. */
  readonly phases: readonly string[];
  readonly examples: number;
  readonly seed: number;
  /** Only this operation. */
  readonly only?: string;
  /** Where the API is to be reached, when not at its own address. */
  readonly url?: string;
}

/** How it went. */
export interface Outcome {
  /** Each kind of fault, with the operations in which it was seen. */
  readonly faults: readonly string[];
  /** Requests that were sent. */
  readonly sent: number;
  /** What Schemathesis said. */
  readonly said: string;
}

interface Target {
  readonly path: Readonly<Record<string, string>>;
  readonly revision?: number;
}

interface Report {
  readonly complete: boolean;
  readonly stop_reason: string;
  readonly test_cases: { readonly generated: number };
  readonly errors: readonly unknown[];
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
}

/** What the hooks know of a running API: written to a file that they read. */
export class House {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hotline-schemathesis-'));

  /** @param rounds how many things of each kind there are to be aimed at */
  static async of(api: RunningApi, rounds: number): Promise<House> {
    const house = new House();
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as PublishedDocument;
    const ready = new ReadyRequests(document, api.city);
    const who: Record<string, string> = {};
    const targets: Record<string, Target[]> = {};
    for (const operation of operationsOf(document)) {
      for (let round = 0; round < rounds; round += 1) {
        const { by, path, revision } = await ready.make(operation);
        if (by) who[operation.operationId] = by;
        (targets[operation.operationId] ??= []).push({ path, ...(revision === undefined ? {} : { revision }) });
      }
    }
    const tokens: Record<string, string> = {};
    for (const person of api.people) tokens[person] = await api.tokenOf(person);
    const known = { unitId: ['water', 'housing'], unitIds: ['water', 'housing'], categoryId: ['water-supply'] };
    writeFileSync(house.file, JSON.stringify({ who, targets, tokens, known }));
    return house;
  }

  get file(): string {
    return join(this.#folder, 'house.json');
  }

  reportFile(name: string): string {
    return join(this.#folder, `${name}.json`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

/**
 * Lets Schemathesis try the API against the document it publishes.
 *
 * @throws Error when it is not installed, or came to no end by itself
 */
export async function trySchemathesis(api: RunningApi, house: House, wish: Wish): Promise<Outcome> {
  const packages = findSchemathesis();
  if (!packages) throw new Error('Schemathesis is not installed. "npm test" installs it, where python3 has pip.');
  const reportFile = house.reportFile(wish.phases.join('-'));
  const url = wish.url ?? api.url;
  const options = {
    url,
    phases: wish.phases.join(','),
    seed: String(wish.seed),
    checks: 'all',
    'exclude-checks': NOT_PROMISED,
    'max-examples': String(wish.examples),
    workers: '1',
    ...(wish.only ? { 'include-operation-id': wish.only } : { 'exclude-operation-id': STREAM }),
    report: 'json',
    'report-json-path': reportFile,
  };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const program = ['-m', 'schemathesis.cli', '--config-file', join(HERE, 'schemathesis.toml')];
  const args = [...program, 'run', '--no-color', `${url}/api/openapi.json`, ...given];
  const env = {
    ...process.env,
    PYTHONPATH: `${packages}:${HERE}`,
    PYTHONDONTWRITEBYTECODE: '1',
    SCHEMATHESIS_HOOKS: 'hooks',
    HOTLINE_HOUSE: house.file,
  };
  // Its exit code is 1 when it found something: the report says what.
  const { stdout, stderr } = await run('python3', args, { env, cwd: tmpdir(), maxBuffer: 2 ** 26 }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  const said = `${stdout}${stderr}`;
  return { ...outcomeOf(reportFile, said), said };
}

function outcomeOf(file: string, said: string): Omit<Outcome, 'said'> {
  const report = readReport(file);
  if (!report?.complete) throw new Error(`Schemathesis came to no end: ${report?.stop_reason ?? ''}\n${said}`);
  const faults = report.failures.map(({ title, operations }) => `${title}: ${operations.join(', ')}`);
  return {
    faults: [...faults, ...report.errors.map((error) => JSON.stringify(error))],
    sent: report.test_cases.generated,
  };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
