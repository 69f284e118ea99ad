import action from './action.json' with { type: 'json' };
import caseWords from './case.json' with { type: 'json' };
import event from './event.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import problem from './problem.json' with { type: 'json' };
import rung from './rung.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import time from './time.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };
import work from './work.json' with { type: 'json' };

/** Every visible word, in English. */
export const english = { action, case: caseWords, event, frame, problem, rung, session, time, words, work };
