/** Why a command cannot do what was asked, said as sentences without a stack. */
export class CommandError extends Error {
  readonly chinese: string;

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(english, options);
    this.name = 'CommandError';
    this.chinese = chinese;
  }
}
