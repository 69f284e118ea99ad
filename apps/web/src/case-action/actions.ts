import type { Action, ActionName } from './action.ts';
import { assignmentActions } from './assignment-actions.ts';
import { caseActions } from './case-actions.ts';
import { meetingActions } from './meeting-actions.ts';
import { reportActions } from './report-actions.ts';
import { taskActions } from './task-actions.ts';

const ALL: ReadonlyMap<ActionName, Action> = new Map(
  [...caseActions, ...assignmentActions, ...meetingActions, ...reportActions, ...taskActions].map((action) => [
    action.name,
    action,
  ]),
);

/** Everything a person can do, by name. */
export function actionOf(name: ActionName): Action {
  const action = ALL.get(name);
  if (!action) throw new Error(`There is no action ${name}`);
  return action;
}
