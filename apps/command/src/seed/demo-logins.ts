import { DEMO_PASSWORD, PEOPLE } from './people.ts';

/** A log-in of the sown city, one for each role, as `npm start` prints them. */
export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly who: string;
  readonly whoEn: string;
}

const SHOWN = [
  'operator1',
  'dispatcher1',
  'leader1',
  'supervisor1',
  'checker1',
  'director',
  'zhujian',
  'zhujian-head',
  'deputy-executive',
  'mayor',
  'admin',
  'telephone',
];

/** Whom to log in as to see each desk. */
export const DEMO_LOGINS: readonly DemoLogin[] = PEOPLE.filter(({ username }) => SHOWN.includes(username))
  .toSorted((left, right) => SHOWN.indexOf(left.username) - SHOWN.indexOf(right.username))
  .map(({ username, who, whoEn }) => ({ username, password: DEMO_PASSWORD, who, whoEn }));
