import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CommandError } from '../command-error.ts';

/** A text file that can be read, and the encoding it turned out to have. */
export interface TextFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly encoding: Encoding;
}

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Looks a file through before anything is imported. An encoding that was not said is found out: UTF-8, with a byte order
 * mark also UTF-16, else GB18030 (which holds GBK and GB2312, as Chinese spreadsheets save CSV).
 *
 * @throws CommandError with what to do: no such file, a folder, nothing in it, a workbook, no text in a known encoding
 */
export async function inspectTextFile(path: string, said?: Encoding): Promise<TextFile> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? new CommandError(`没有这个文件：${path}`, `There is no file ${path}.`)
      : new CommandError(`文件无法读取：${path}`, `The file ${path} cannot be read: ${cause.message}.`, { cause });
  });
  if (found.isDirectory())
    throw new CommandError(`${path} 是文件夹，请指定其中的 CSV 文件。`, `${path} is a folder; name a CSV file in it.`);
  if (found.size === 0) throw new CommandError(`文件是空的：${path}`, `The file ${path} is empty.`);
  const head = await headOf(path);
  const known = knownFormat(head);
  if (known)
    throw new CommandError(
      `${path} 是${known[0]}，不是 CSV。请在表格软件中另存为“CSV UTF-8”。`,
      `${path} is ${known[1]}, not CSV. Save it from the spreadsheet as "CSV UTF-8".`,
    );
  const marked = said ?? encodingOfMark(head);
  const candidates: readonly Encoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) if (await isText(path, encoding)) return { path, size: found.size, encoding };
  const tried = candidates.join(', ');
  throw new CommandError(
    `${path} 不是 ${tried} 编码的文本。请另存为“CSV UTF-8”，或用 --encoding 说明编码。`,
    `${path} is no text in ${tried}. Save it as "CSV UTF-8", or name its encoding: --encoding ${ENCODINGS.join('|')}.`,
  );
}

/**
 * The file's text as it is read, without a byte order mark; what is damaged comes as U+FFFD. `read` is told how many
 * bytes were taken, for progress.
 */
export async function* textOf(
  { path, encoding }: Pick<TextFile, 'path' | 'encoding'>,
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    read(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** Damage here and there leaves a text what it is, and its rows are refused one by one; a wrong encoding breaks much. */
async function isText(path: string, encoding: Encoding): Promise<boolean> {
  let [characters, beyondAscii, damaged, controls] = [0, 0, 0, 0];
  for await (const text of textOf({ path, encoding })) {
    characters += text.length;
    beyondAscii += count(text, /[^\u0000-\u007f]/g);
    damaged += count(text, /\ufffd/g);
    controls += count(text, /[\u0000-\u0008\u000e-\u001f]/g);
  }
  return controls * 20 <= characters && damaged * 10 <= beyondAscii;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function knownFormat(head: Buffer): readonly [chinese: string, english: string] | undefined {
  const start = head.toString('latin1');
  if (start.startsWith('PK\x03\x04')) return ['Excel 工作簿或压缩包', 'an Excel workbook or a zip file'];
  if (start.startsWith('\xd0\xcf\x11\xe0')) return ['旧版 Excel 工作簿', 'an old Excel workbook'];
  if (start.startsWith('%PDF')) return ['PDF', 'a PDF'];
  return undefined;
}

function encodingOfMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}
