import { DEFAULT_CALLS } from '../call/call-policy.ts';
import { DEFAULT_EMERGENCY, DEFAULT_HAND_DOWN, EMERGENCY_LADDERS } from '../emergency/emergency-policy.ts';
import { LINE_122_LADDERS } from '../line-122/line-122-ladders.ts';
import { DEFAULT_LINE_122 } from '../line-122/line-122-policy.ts';

/** What a new city starts with where minutes count: the 122 line, emergencies, hand-downs, the telephone. */
export const MINUTE_RULES = {
  line122: DEFAULT_LINE_122,
  emergency: DEFAULT_EMERGENCY,
  handDown: DEFAULT_HAND_DOWN,
  calls: DEFAULT_CALLS,
} as const;

/** The ladders of these. */
export const MINUTE_LADDERS = { ...LINE_122_LADDERS, ...EMERGENCY_LADDERS } as const;
