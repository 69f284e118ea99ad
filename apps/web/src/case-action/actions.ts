import { absenceActions } from '../people/absence-actions.ts';
import { qualityActions } from '../quality/quality-actions.ts';
import { callActions } from '../call/call-actions.ts';
import type { Action, ActionName } from './action.ts';
import { assignmentActions } from './assignment-actions.ts';
import { caseActions } from './case-actions.ts';
import { conferenceActions } from '../joint-conference/conference-actions.ts';
import { emergencyActions } from './emergency-actions.ts';
import { intakeActions } from './intake-actions.ts';
import { knowledgeActions } from './knowledge-actions.ts';
import { meetingActions } from './meeting-actions.ts';
import { peopleActions } from '../people/people-actions.ts';
import { roomActions } from '../people/room-actions.ts';
import { stayActions } from '../people/stay-actions.ts';
import { reportActions } from './report-actions.ts';
import { rulesActions } from '../rules-change/rules-actions.ts';
import { supervisionActions } from './supervision-actions.ts';
import { taskActions } from './task-actions.ts';
import { trainingActions } from './training-actions.ts';

const ALL: ReadonlyMap<ActionName, Action> = new Map(
  [
    ...caseActions,
    ...assignmentActions,
    ...supervisionActions,
    ...emergencyActions,
    ...intakeActions,
    ...knowledgeActions,
    ...meetingActions,
    ...conferenceActions,
    ...peopleActions,
    ...roomActions,
    ...stayActions,
    ...absenceActions,
    ...qualityActions,
    ...callActions,
    ...reportActions,
    ...rulesActions,
    ...taskActions,
    ...trainingActions,
  ].map((action) => [action.name, action]),
);

/** Everything a person can do, by name. */
export function actionOf(name: ActionName): Action {
  const action = ALL.get(name);
  if (!action) throw new Error(`There is no action ${name}`);
  return action;
}
