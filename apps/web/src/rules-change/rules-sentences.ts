import { textIn, type Payload } from '../case/payload.ts';
import type { Speech } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';

type Sentence = (payload: Payload, speech: Speech) => string;

const at = (payload: Payload, field: string): string =>
  textIn(payload, field) ? dateTime(textIn(payload, field)) : '';

/** What happened to a change of the rules. */
export const RULES_SENTENCES: Readonly<Record<string, Sentence>> = {
  RulesRevised: (payload, { t }) => t('event.RulesRevised', { version: textIn(payload, 'version') }),
  PreviewStarted: (payload, { t }) => t('event.PreviewStarted', { version: textIn(payload, 'version') }),
  RehearsalStarted: (payload, { t }) =>
    t('event.RehearsalStarted', {
      version: textIn(payload, 'version'),
      from: at(payload, 'from'),
      to: at(payload, 'to'),
    }),
  RunCancelled: (_, { t }) => t('event.RunCancelled'),
  RunFinished: (payload, { t, word }) =>
    t('event.RunFinished', {
      kind: word('runKind', textIn(payload, 'kind')),
      touched: textIn(payload, 'touched'),
      untouched: textIn(payload, 'untouched'),
    }),
  RulesApproved: (payload, { t, word }) =>
    t(textIn(payload, 'policyVersion') ? 'event.PolicyApproved' : 'event.CalendarApproved', {
      version: textIn(payload, 'policyVersion'),
      at: at(payload, 'inForceFrom'),
      reach: word('rulesReach', textIn(payload, 'reach')),
    }),
};
