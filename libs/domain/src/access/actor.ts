import type { Power } from '../people/delegation.ts';

/**
 * Roles of the house. The telephone system (电话系统) has an account of its own, which brings calls and nothing else. `machine` is the process itself, acting when a time has come.
 */
export const ROLES = [
  'operator',
  'dispatcher',
  'shift-leader',
  'quality-checker',
  'supervisor',
  'director',
  'unit-handler',
  'unit-head',
  'deputy-mayor',
  'mayor',
  'administrator',
  'telephone-system',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * The center's roles are nested: a dispatcher (交办) or a shift leader (班长) may do all an operator may, a supervisor too, the
 * director everything of the center. A quality checker (质检) sees all, and judges: he handles nothing himself.
 */
export const OPERATORS: readonly Actor['role'][] = ['operator', 'dispatcher', 'shift-leader', 'supervisor', 'director'];
export const SHIFT_LEADERS: readonly Actor['role'][] = ['shift-leader', 'supervisor', 'director'];
export const QUALITY_CHECKERS: readonly Actor['role'][] = ['quality-checker', 'supervisor', 'director'];
export const SUPERVISORS: readonly Actor['role'][] = ['supervisor', 'director'];
export const DIRECTOR: readonly Actor['role'][] = ['director'];
/** The roles of a unit's people. */
export const UNITS: readonly Actor['role'][] = ['unit-handler', 'unit-head'];

/**
 * Who acts: somebody of the house, the process itself, a citizen who has no account; `gateway` is a service outside that
 * reports what became of what it was given. Members of a unit carry its id; a deputy mayor carries none, his units name him.
 */
export interface Actor {
  readonly userId: string;
  readonly role: Role | 'machine' | 'gateway' | 'citizen';
  readonly unitId?: string;
  /** He stands in for the head of his unit, who is away. */
  readonly actsAsHead?: true;
  /** What the director gave him of his own powers, for a time. */
  readonly powers?: readonly Power[];
}

/** A citizen who brings a request by himself; who he is, is in the case's file. */
export const CITIZEN_ACTOR: Actor = { userId: 'citizen', role: 'citizen' };

/** Whether somebody is of the hotline's center. */
export function isOfCenter({ role }: Pick<Actor, 'role'>): boolean {
  return OPERATORS.includes(role) || role === 'quality-checker';
}

/** Whether somebody is of a unit. */
export function isOfUnit({ role }: Pick<Actor, 'role'>): boolean {
  return UNITS.includes(role);
}

/** Whether somebody decides for his unit: its head, or who stands in for him. */
export function isHeadOfUnit({ role, actsAsHead }: Pick<Actor, 'role' | 'actsAsHead'>): boolean {
  return role === 'unit-head' || (role === 'unit-handler' && actsAsHead === true);
}

/** Whether a power is somebody's: the director's, or whose it is by his delegation. */
export function hasPower({ role, powers }: Pick<Actor, 'role' | 'powers'>, power: Power): boolean {
  return role === 'director' || powers?.includes(power) === true;
}
