import { expect, it } from '@jest/globals';
import i18next from 'i18next';
import { chinese } from '../language/zh/index.ts';
import { pathWords, valueWords } from './policy-words.ts';

await i18next.init({ lng: 'zh', resources: { zh: { translation: chinese } } });
const { t } = i18next;
const speech = { t, word: (group: string, code: string) => t(`words.${group}.${code}` as never) as string };

it('calls a place of a policy what people call it, and shows a length of time with its unit', () => {
  expect(pathWords(speech, 'terms.help.workingDays')).toBe('求助');
  expect(pathWords(speech, 'waits.acknowledge.workingHours')).toBe('签收');
  expect(pathWords(speech, 'ladders.due.red.offset.workingDays')).toBe('红色预警：到期，告知单位负责人 · 时点');
  expect(pathWords(speech, 'emergency.something')).toBe('emergency.something');
  expect(valueWords(speech, 'terms.help.workingDays', 4)).toBe('4 工作日');
  expect(valueWords(speech, 'terms.praise', null)).toBe('—');
  expect(valueWords(speech, 'terms.help', { minutes: 30 })).toBe('30 分钟');
  expect(valueWords(speech, 'suspensionCauses', ['weather'])).toBe('["weather"]');
});
