import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dayIndexOf, localDayOf, millisecondsOf, TRAINING_SERIES, type Instant } from '@hotline/domain';

/**
 * The next case number of the Shanghai day: digits only, to be read out on the phone, `202601050042`. It comes from a
 * sequence, counted from where the sequence stood when the day began: registrations wait for each other at a day's very
 * first alone, and a number of one that failed stays unused. Trainings have a series of their own: `9202601050001`.
 */
export async function nextCaseNumber(em: SqlEntityManager, at: Instant, training = false): Promise<string> {
  const day = `${training ? TRAINING_SERIES : ''}${localDayOf(dayIndexOf(millisecondsOf(at))).replaceAll('-', '')}`;
  const serial = (await serialOf(em, day)) ?? (await beginDay(em, day));
  return `${day}${String(serial).padStart(4, '0')}`;
}

async function serialOf(em: SqlEntityManager, day: string): Promise<number | undefined> {
  const [row] = await em.execute<{ serial: number }[]>(
    `select (nextval('case_serial') - before)::int as serial from case_number where day = ?`,
    [day],
  );
  return row?.serial;
}

async function beginDay(em: SqlEntityManager, day: string): Promise<number> {
  await em.execute(
    `insert into case_number (day, before) values (?, nextval('case_serial')) on conflict (day) do nothing`,
    [day],
  );
  const serial = await serialOf(em, day);
  if (serial === undefined) throw new Error(`the day ${day} has no case numbers`);
  return serial;
}
