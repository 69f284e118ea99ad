/** Says one thing to the person at the terminal, Chinese first. */
export function say(chinese: string, english: string): void {
  console.log(`${chinese}  ${english}`);
}

/** Why the system cannot run, said as sentences without a stack. */
export class CannotRun extends Error {
  readonly chinese: string;

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(english, options);
    this.chinese = chinese;
  }
}
