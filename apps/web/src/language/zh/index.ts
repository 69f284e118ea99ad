import action from './action.json' with { type: 'json' };
import call from './call.json' with { type: 'json' };
import caseWords from './case.json' with { type: 'json' };
import citizen from './citizen.json' with { type: 'json' };
import conference from './conference.json' with { type: 'json' };
import event from './event.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import intake from './intake.json' with { type: 'json' };
import knowledge from './knowledge.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import problem from './problem.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import quality from './quality.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import rung from './rung.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import time from './time.json' with { type: 'json' };
import training from './training.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };
import work from './work.json' with { type: 'json' };

/** Every visible word, in Chinese. */
export const chinese = {
  action,
  call,
  case: caseWords,
  citizen,
  conference,
  event,
  frame,
  intake,
  knowledge,
  people,
  problem,
  rates,
  quality,
  rules,
  rung,
  session,
  time,
  training,
  words,
  work,
};
export type Words = typeof chinese;
