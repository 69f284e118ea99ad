import { readFileSync } from 'node:fs';
import { filesOfTree } from './files-of-tree.ts';
import { forbiddenWords, forbiddenWordsIn } from './forbidden-words.ts';

const largest = 2 * 1024 * 1024;

/** Looks for forbidden words in every text file of the repository in the working directory. */
function main(): void {
  let files = 0;
  let breaches = 0;
  for (const file of filesOfTree()) {
    const content = readFileSync(file);
    if (content.length > largest || content.includes(0)) continue;
    files += 1;
    for (const { line, word } of forbiddenWordsIn(file, content.toString('utf8'))) {
      breaches += 1;
      console.error(`${word.name}: ${file}:${line}\n    ${word.because}`);
    }
  }
  console.log(`words: ${files} files, ${forbiddenWords.length} words, ${breaches} breaches`);
  if (breaches > 0) process.exitCode = 1;
}

main();
