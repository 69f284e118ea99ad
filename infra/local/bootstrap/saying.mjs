/** Why it cannot go on, and what to do: shown as a sentence, without a stack. */
export class Refusal extends Error {
  constructor(chinese, english, exitCode = 1) {
    super(english);
    this.chinese = chinese;
    this.exitCode = exitCode;
  }
}

/** Says one thing to the person at the terminal, in Chinese and English. */
export function say(chinese, english) {
  clearProgress();
  console.log(`${chinese}\n  ${english}`);
}

let shown = false;

/** Shows a passing line: over itself on a terminal, else only now and then. */
export function showProgress(line, seconds) {
  if (process.stdout.isTTY) {
    const width = (process.stdout.columns || 80) - 1;
    process.stdout.write(`\r\u001b[2K${line.slice(0, width)}`);
    shown = true;
  } else if (seconds > 0 && seconds % 20 === 0) {
    console.log(line);
  }
}

function clearProgress() {
  if (shown) process.stdout.write('\r\u001b[2K');
  shown = false;
}
