import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { untilAnswers, untilListens } from '../until-answers.ts';
import type { Part } from '../supervise.ts';
import { spawnNode } from './node-process.ts';

/** A mail server that keeps all mails in the folder instead of sending them on, with a page that shows them. */
export function mailCatcherPart(folder: string, ports: { smtp: number; mailPage: number }): Part {
  const program = join(dirname(fileURLToPath(import.meta.resolve('maildev'))), 'bin', 'maildev.js');
  const listen = [
    '--ip',
    '127.0.0.1',
    '--smtp',
    String(ports.smtp),
    '--web-ip',
    '127.0.0.1',
    '--web',
    String(ports.mailPage),
  ];
  return {
    name: 'mail',
    title: 'Mail',
    spawn: (stdio) => spawnNode(program, [...listen, '--mail-directory', folder], {}, stdio),
    async untilReady(signal) {
      await untilListens(ports.smtp, 30_000, signal);
      await untilAnswers(`http://127.0.0.1:${ports.mailPage}/`, 30_000, signal);
    },
    ending: { signal: 'SIGTERM', patience: 5_000 },
  };
}
