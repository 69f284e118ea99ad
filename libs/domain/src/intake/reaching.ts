import type { Reachable } from '../case/case-event.ts';
import { mobileOf } from './phone-key.ts';

/** Channels in which nobody is on the phone when the desk answers. */
const IN_WRITING: ReadonlySet<string> = new Set([
  'web',
  'app',
  'wechat',
  'message',
  'mailbox',
  'letter',
  'leaders-mailbox',
  'hand-down-province',
  'hand-down-prefecture',
]);

/** Whether, and how, whoever came by a channel can be told: by a short message to this number, or by mail. */
export function reachableBy(channel: string, phone: string | undefined, mail?: string): Reachable | undefined {
  if (mobileOf(phone) === undefined && mail === undefined) return undefined;
  return IN_WRITING.has(channel) ? 'in-writing' : 'on-the-phone';
}
