import type { ImportCounts } from './import-requests.ts';

/** Says how far an import is: on a terminal in one line that is written anew, elsewhere a line at each tenth. */
export class Progress {
  readonly #size: number;
  readonly #terminal: boolean;
  #read = 0;
  #shown = 0;

  /** @param size bytes of the file */
  constructor(size: number, terminal = process.stdout.isTTY) {
    this.#size = size;
    this.#terminal = terminal;
  }

  bytes(count: number): void {
    this.#read += count;
  }

  rows(counts: Readonly<ImportCounts>): void {
    const percent = Math.min(100, Math.floor((100 * this.#read) / this.#size));
    if (this.#terminal && counts.read % 10 === 0) process.stdout.write(`\r\u001b[K${this.#line(percent, counts)}`);
    if (this.#terminal || counts.read % 250 !== 0 || counts.read === this.#shown) return;
    this.#shown = counts.read;
    console.log(this.#line(percent, counts));
  }

  /** Makes room for another line. */
  pause(): void {
    if (this.#terminal) process.stdout.write('\r\u001b[K');
  }

  #line(percent: number, { read, imported, alreadyThere, refused }: ImportCounts): string {
    return `${percent}% 已读 read ${read} · 导入 imported ${imported} · 已有 already there ${alreadyThere} · 拒绝 refused ${refused}`;
  }
}
