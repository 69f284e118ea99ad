import { costPart } from './cost/cost.part.ts';
import { apiPart } from './http/api.part.ts';
import { growthPart } from './http/growth.part.ts';
import { lifecyclePart } from './lifecycle/lifecycle.part.ts';
import { recoveryPart } from './open-cases/recovery.part.ts';
import { rehydratePart } from './open-cases/rehydrate.part.ts';
import { stormPart } from './open-cases/storm.part.ts';
import { waitingPart } from './open-cases/waiting.part.ts';
import type { Part } from './part.ts';
import { policyPart } from './policy/policy.part.ts';
import { similarPart } from './similar/similar.part.ts';

/** All parts of the bench, in the order in which they are played: waiting, recovery and rehydrate share their cases. */
export const PARTS: readonly Part[] = [
  lifecyclePart,
  costPart,
  waitingPart,
  recoveryPart,
  rehydratePart,
  stormPart,
  apiPart,
  growthPart,
  similarPart,
  policyPart,
];
