/** How much a program that gives way steps back, of 19 (nice). */
const STEPS_BACK = '10';

/**
 * A program and its arguments, to be spawned so that it gives way where the processor is short: first come the API and the
 * database, which people wait for; a rung that acts a second later is no worse. The process is the program itself. Where it
 * does not give way, both are answered as they are.
 */
export function givingWay(
  program: string,
  args: readonly string[],
  givesWay = true,
): [program: string, args: string[]] {
  return givesWay ? ['nice', ['-n', STEPS_BACK, program, ...args]] : [program, [...args]];
}
