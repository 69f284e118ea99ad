/** Roles of the house. `machine` is the process itself, acting when a time has come. */
export const ROLES = [
  'operator',
  'supervisor',
  'director',
  'unit-handler',
  'unit-head',
  'deputy-mayor',
  'mayor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Members of a unit carry its id; a deputy mayor carries none, his units name him. */
export interface Actor {
  readonly userId: string;
  readonly role: Role | 'machine';
  readonly unitId?: string;
}
