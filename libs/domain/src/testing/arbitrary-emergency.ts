import fc from 'fast-check';
import { EMERGENCY_LINES } from '../case/emergency/emergency-event.ts';
import type { EmergencyCommand } from '../case/emergency/emergency-command.ts';
import { instantOf, millisecondsOf, type Instant } from '../instant.ts';
import { words } from './living-case.ts';

const text = words('t');
const HOUR = 3_600_000;
/** Hours before or after now. */
const offsets = fc.constantFrom(-48, -1, 0, 0, 1, 48);
const transferIds = fc.constantFrom('t1', 't2', 't3', 'constructor');

type Draw<Type extends EmergencyCommand['type']> = (now: Instant) => Extract<EmergencyCommand, { type: Type }>;
type Draws = { readonly [Type in EmergencyCommand['type']]: fc.Arbitrary<Draw<Type>> };
const near = (now: Instant, hours: number): Instant => instantOf(millisecondsOf(now) + hours * HOUR);

/** A command of each type where minutes count, mostly a possible one. */
export const EMERGENCY_DRAWS: Draws = {
  transfer: fc
    .record({
      line: fc.constantFrom(...EMERGENCY_LINES),
      cause: fc.constantFrom('emergency' as const, 'hand-back' as const),
      hours: offsets,
    })
    .map(({ hours, ...facts }) => (now) => ({ type: 'transfer', transferredAt: near(now, hours), text, ...facts })),
  'receipt-transfer': transferIds.map((transferId) => () => ({
    type: 'receipt-transfer',
    transferId,
    receivedBy: '110',
  })),
  'record-transfer-outcome': transferIds.map((transferId) => () => ({
    type: 'record-transfer-outcome',
    transferId,
    text,
  })),
  'receipt-hand-over': fc.constant(() => ({ type: 'receipt-hand-over', receivedBy: '110', text })),
  'declare-emergency': fc.constant(() => ({ type: 'declare-emergency', reason: text })),
  'require-urgent-report': offsets.map((hours) => (now) => ({
    type: 'require-urgent-report',
    happenedAt: near(now, hours),
    reason: text,
  })),
  'send-urgent-report': fc.option(offsets, { nil: undefined }).map((hours) => (now) => ({
    type: 'send-urgent-report',
    what: text,
    where: text,
    casualties: text,
    measures: text,
    atScene: text,
    ...(hours === undefined ? {} : { nextAt: near(now, hours) }),
  })),
  'return-result': offsets.map((hours) => (now) => ({
    type: 'return-result',
    replyNumber: '皋12345复〔2026〕1号',
    returnedAt: near(now, hours),
    text,
  })),
};
