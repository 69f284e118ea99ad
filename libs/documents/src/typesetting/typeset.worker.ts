import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypesettingAnswer, TypesettingOrder } from './typeset.ts';

/** Regular and bold; nothing of the machine's own, so a document looks the same everywhere. */
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)),
);
/** What the last documents did not use is forgotten. */
const KEPT_DOCUMENTS = 10;

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS }] });

function answerTo({ id, template, facts }: TypesettingOrder): TypesettingAnswer {
  try {
    const pdf = compiler.pdf({ mainFileContent: readFileSync(template, 'utf8'), inputs: { facts } });
    compiler.evictCache(KEPT_DOCUMENTS);
    return { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (order: TypesettingOrder) => parentPort?.postMessage(answerTo(order)));
