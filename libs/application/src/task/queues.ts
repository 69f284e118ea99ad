import type { Actor, Queue } from '@hotline/domain';

const QUEUES_OF: Readonly<Partial<Record<Actor['role'], readonly Queue[]>>> = {
  operator: ['dispatch', 'callback', 'shift-leader', 'knowledge'],
  dispatcher: ['dispatch', 'knowledge'],
  'shift-leader': ['shift-leader', 'dispatch', 'callback', 'knowledge'],
  'quality-checker': ['quality'],
  supervisor: ['dispatch', 'callback', 'quality', 'shift-leader', 'knowledge', 'supervision'],
  director: [
    'dispatch',
    'callback',
    'quality',
    'shift-leader',
    'knowledge',
    'supervision',
    'director',
    'administration',
  ],
  'deputy-mayor': ['deputy-office'],
  administrator: ['administration'],
};

/** The queues whose tasks a person works on. Units have none: their work is their assignments. */
export function queuesOf(actor: Actor): readonly Queue[] {
  return QUEUES_OF[actor.role] ?? [];
}
