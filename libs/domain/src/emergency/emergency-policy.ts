import type { RungRule } from '../policy/policy.ts';
import type { Term } from '../working-time/working-time.ts';
import { LINE_122_LADDERS } from '../line-122/line-122-ladders.ts';

/** 应急处置, 紧急信息报送, 110转接与移交: minutes that run day and night. */
export interface EmergencyPolicy {
  /** How long the desk has to assign a case that was declared an emergency. */
  readonly answer: Term;
  readonly acknowledge: Term;
  readonly firstReport: Term;
  readonly due: Term;
  /** After a transfer to 110, 119 or 120: when it is asked what became of it. */
  readonly transferCheck: Term;
  /** How long a receipt is waited for, given or taken, when a case is handed over. */
  readonly receipt: Term;
  /** From the event to the first urgent report. */
  readonly urgentReport: Term;
}

/** 转办: what is owed to the province or the prefecture. */
export interface HandDownPolicy {
  /** So long before their due the result is to be returned. */
  readonly reminder: Term;
  /** Their due where they gave none. */
  readonly result: Term;
}

export const DEFAULT_EMERGENCY: EmergencyPolicy = {
  answer: { minutes: 10 },
  acknowledge: { minutes: 10 },
  firstReport: { minutes: 30 },
  due: { minutes: 12 * 60 },
  transferCheck: { minutes: 30 },
  receipt: { minutes: 10 },
  urgentReport: { minutes: 30 },
};

export const DEFAULT_HAND_DOWN: HandDownPolicy = { reminder: { workingDays: 1 }, result: { workingDays: 15 } };

const minutes = (count: number) => ({ minutes: count });

/** What an emergency, a transfer, an urgent report and a hand-down wait for. */
export const EMERGENCY_LADDERS = {
  'emergency-intake': LINE_122_LADDERS['line-122-intake'],
  'emergency-acknowledge': LINE_122_LADDERS['line-122-acknowledge'],
  'emergency-report': LINE_122_LADDERS['line-122-report'],
  'emergency-due': LINE_122_LADDERS['line-122-due'],
  transfer: [
    { rung: 'ask', after: 'due', offset: minutes(0), effects: ['task:transfer-outcome:shift-leader'], work: true },
    {
      rung: 'overdue',
      after: 'due',
      offset: minutes(30),
      effects: ['notice:desk-overdue:shift-leader', 'notice:desk-overdue:director'],
      repeat: minutes(120),
    },
  ],
  receipt: [
    { rung: 'ask', after: 'due', offset: minutes(0), effects: ['task:transfer-receipt:shift-leader'], work: true },
    {
      rung: 'overdue',
      after: 'due',
      offset: minutes(30),
      effects: ['notice:desk-overdue:director'],
      repeat: minutes(120),
    },
  ],
  'urgent-report': [
    { rung: 'prepare', after: 'start', offset: { share: 0.5 }, effects: ['task:urgent-report:director'], work: true },
    {
      rung: 'late',
      after: 'due',
      offset: minutes(0),
      effects: ['notice:desk-overdue:director', 'notice:desk-overdue:shift-leader'],
      repeat: minutes(15),
    },
  ],
  'hand-down': [
    { rung: 'remind', after: 'start', offset: minutes(0), effects: ['task:return-result:dispatch'], work: true },
    {
      rung: 'overdue',
      after: 'due',
      offset: minutes(0),
      effects: ['notice:desk-overdue:director'],
      repeat: { workingDays: 1 },
    },
  ],
} as const satisfies Readonly<Record<string, readonly RungRule[]>>;
