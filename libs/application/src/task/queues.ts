import type { Actor, Queue } from '@hotline/domain';

const QUEUES_OF: Readonly<Partial<Record<Actor['role'], readonly Queue[]>>> = {
  operator: ['dispatch', 'callback', 'shift-leader'],
  supervisor: ['dispatch', 'callback', 'shift-leader', 'supervision'],
  director: ['dispatch', 'callback', 'shift-leader', 'supervision', 'director', 'administration'],
  'deputy-mayor': ['deputy-office'],
  administrator: ['administration'],
};

/** The queues whose tasks a person works on. Units have none: their work is their assignments. */
export function queuesOf(actor: Actor): readonly Queue[] {
  return QUEUES_OF[actor.role] ?? [];
}
