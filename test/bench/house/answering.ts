/** What a process of the bench can be asked, by name. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** A question as it comes from the bench. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What a process of the bench says: that it is ready, an answer, why there is none, or something by itself. */
export type Saying =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string }
  | { readonly told: unknown };

/** Answers the bench, whose child this process is, until it is ended. To be called once everything is ready. */
export function answerTheBench(answers: Answers): void {
  process.on('message', (question: Question) => void reply(answers, question));
  process.on('disconnect', () => process.exit());
  say({ ready: true });
}

/** Tells the bench something it did not ask for. */
export function tellTheBench(told: unknown): void {
  say({ told });
}

async function reply(answers: Answers, { id, name, input }: Question): Promise<void> {
  try {
    const work = answers[name];
    if (!work) throw new Error(`nobody here knows "${name}"`);
    say({ id, answer: await work(input as never) });
  } catch (error) {
    say({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function say(saying: Saying): void {
  process.send?.(saying);
}
