import { DEMO_PASSWORD } from '../../../apps/command/src/seed/people.ts';
import { Person, type Role, type Surroundings } from './person.ts';
import { PhoneLine } from './phone-line.ts';

const ROLES: readonly Role[] = [
  { username: 'operator1', role: 'operator' },
  { username: 'operator2', role: 'operator' },
  { username: 'leader1', role: 'operator' },
  { username: 'supervisor1', role: 'supervisor' },
  { username: 'supervisor2', role: 'supervisor' },
  { username: 'director', role: 'director' },
  { username: 'deputy-construction', role: 'deputy-mayor' },
  { username: 'deputy-society', role: 'deputy-mayor' },
  ...['chengguan', 'zhujian', 'shuiwu', 'gongdian', 'jiaoyu'].map((unitId): Role => ({
    username: unitId,
    role: 'unit',
    unitId,
  })),
];

/** Logs everybody in, while all is well. @throws Error naming who could not */
export function gather(around: Surroundings): Promise<Person[]> {
  const line = new PhoneLine(around.url, around.book);
  return Promise.all(
    ROLES.map(async (who) => {
      const body = { username: who.username, password: DEMO_PASSWORD, mode: 'bearer' };
      const said = await line.ask({ method: 'POST', path: 'session', body });
      const token = said?.body['token'];
      if (typeof token !== 'string') throw new Error(`${who.username} could not log in: ${JSON.stringify(said?.body)}`);
      return new Person(who, token, around);
    }),
  );
}
