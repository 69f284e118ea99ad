import { z } from 'zod';
import { named } from '../contract.ts';

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
export const role = named('Role', z.enum(ROLES));
export type Role = z.infer<typeof role>;
