/** Training cases (演练) have numbers of a series of their own: they begin with 9, as no year does. */
export const TRAINING_SERIES = '9';

/** So far the clock of a training case goes forward at once: a day, in milliseconds. */
export const TRAINING_DAY = 86_400_000;

/** Whether a stream, by its id, is a training case's, or one of its meetings or reports. */
export function isTraining(stream: string): boolean {
  return stream.startsWith(TRAINING_SERIES);
}
