import type { Ports } from './ports.ts';
import type { StartOptions } from './options.ts';

// Han, kana, hangul and full-width forms; rare Han outside of the first plane are two units long already.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** A user of the demo city who can log in. */
export interface DemoLogIn {
  readonly username: string;
  readonly password: string;
  readonly who: string;
}

/** The table shown when everything runs: where things are, and who can log in. */
export function addressTable(
  options: StartOptions,
  ports: Ports,
  databaseUrl: string,
  logIns: readonly DemoLogIn[],
): string {
  const api = `http://localhost:${ports.api}`;
  const addresses: [string, string][] = [
    ['网页 Web', `${api}/`],
    ['市民 Citizens', `${api}/citizen`],
    ['接口文档 API', `${api}/api/openapi.json`],
    options.temporalAddress
      ? ['Temporal', options.temporalAddress]
      : ['流程 Temporal UI', `http://localhost:${ports.temporalUi}/namespaces/${options.temporalNamespace}/workflows`],
    options.smtpUrl ? ['邮件 Mail', options.smtpUrl] : ['邮件 Mail', `http://localhost:${ports.mailPage}/`],
    ['信箱 Mailbox', `smtp://localhost:${ports.mailbox}`],
    ['数据库 PostgreSQL', databaseUrl],
    ['指标 Worker metrics', `http://localhost:${ports.metrics}/metrics`],
  ];
  const people = logIns.map(({ username, password, who }): [string, string, string] => [username, password, who]);
  const parts = [
    columns(addresses),
    ...(people.length > 0 ? [columns([['用户名 user', '密码 password', '身份 who'], ...people])] : []),
  ];
  const width = Math.max(...parts.flatMap((part) => part.split('\n').map(displayWidth)));
  const rule = '─'.repeat(width + 2);
  return [rule, ...parts.flatMap((part) => [indent(part), rule])].join('\n');
}

/** Columns that a terminal needs for the text: a Chinese character takes two. */
export function displayWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const pad = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
  return rows.map((row) => row.map(pad).join('   ').trimEnd()).join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, ' ');
}
