import type { CitizenNotice, Instant, Outcome } from '@hotline/domain';
import { chineseTime } from '../notice/local-time.ts';
import { oneLine } from '../notice/plain-text.ts';
import type { RenderedNotice } from '../notice/render-notice.ts';

/** What a citizen is told of his own case. Never what he said: a phone lies open on many a table. */
export interface CitizenFacts {
  readonly kind: CitizenNotice;
  /** His own number, also where his case was merged into another. */
  readonly caseNumber: string;
  /** Nothing of the matter, not even who handles it or how it ended. */
  readonly saysNothing: boolean;
  /** How it ended, for `citizen-closed`. */
  readonly ended: 'closed' | 'answered' | 'declined';
  readonly unitName?: string;
  readonly due?: Instant;
  readonly outcome?: Outcome;
}

const SIGNATURE = '【如皋12345】';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  solved: '已解决',
  partly: '已部分解决',
  explained: '已答复说明',
  unreasonable: '已答复说明',
  'on-books': '暂时未能解决，已列入后续跟踪',
  'legal-procedure': '已告知法定途径',
};

/** The short message in Chinese, one line, signed as gateways ask for it. */
export function citizenSms(facts: CitizenFacts): string {
  return oneLine(`${SIGNATURE}${facts.saysNothing ? SAYING_NOTHING[facts.kind](facts) : SAYING[facts.kind](facts)}`);
}

/** The code that proves that a phone is in the hand of who asks; good for so many minutes. */
export function codeSms(code: string, minutes: number): string {
  return `${SIGNATURE}验证码${code}，${minutes}分钟内有效。请勿告诉他人；如非本人操作，请不必理会。`;
}

const MAIL_ENDING = '此邮件由系统发出，请勿直接回复。如有补充，请拨打12345，或另写邮件。';

/** The same for who wrote a mail: its first line is the subject. */
export function citizenMail(facts: CitizenFacts): string {
  return `${SIGNATURE}您的诉求 ${facts.caseNumber}\n${citizenSms(facts)}\n\n${MAIL_ENDING}`;
}

/** Kept words as the mail they are. */
export function asCitizenMail(words: string): RenderedNotice {
  const [subject = '', ...lines] = words.split('\n');
  return { subject, text: lines.join('\n'), html: '', brief: subject };
}

/** Words alone, for a channel that takes a notice. */
export function asShortMessage(words: string): RenderedNotice {
  return { subject: words, text: words, html: '', brief: words };
}

type Wording = Readonly<Record<CitizenNotice, (facts: CitizenFacts) => string>>;

const SAYING: Wording = {
  'citizen-accepted': ({ caseNumber }) =>
    `您的诉求已受理，编号${caseNumber}。凭编号和本手机号可查询办理情况，也可拨打12345。`,
  'citizen-transferred': ({ caseNumber, unitName = '承办单位', due }) =>
    `您的诉求（编号${caseNumber}）已交由${unitName}办理${due ? `，将在${chineseTime(due)}前答复您` : ''}。`,
  'citizen-extended': ({ caseNumber, unitName = '承办单位', due }) =>
    `您的诉求（编号${caseNumber}）情况较为复杂，${unitName}的办理期限经批准延长${due ? `至${chineseTime(due)}` : ''}，请您谅解。`,
  'citizen-closed': ({ caseNumber, ended, outcome }) => {
    if (ended === 'answered') return `您的诉求（编号${caseNumber}）已答复，凭编号和本手机号可查询答复内容。`;
    if (ended === 'declined')
      return `您的诉求（编号${caseNumber}）不属于12345受理范围，理由和办理途径可凭编号和本手机号查询。`;
    return `您的诉求（编号${caseNumber}）已办结：${OUTCOMES[outcome ?? 'explained']}。如有异议，请拨打12345。`;
  },
  'citizen-callback': ({ caseNumber, due }) =>
    `您的诉求（编号${caseNumber}）已办理，请${due ? `在${chineseTime(due)}前` : ''}点开{link} 告诉我们办得如何。链接只用一次，请勿转发。`,
};

const SAYING_NOTHING: Wording = {
  'citizen-accepted': ({ caseNumber }) => `您好，编号${caseNumber}已登记。如需了解情况，请拨打12345。`,
  'citizen-transferred': ({ caseNumber }) => `您好，编号${caseNumber}正在办理。如需了解情况，请拨打12345。`,
  'citizen-extended': ({ caseNumber }) => `您好，编号${caseNumber}仍在办理，请耐心等待。如需了解情况，请拨打12345。`,
  'citizen-closed': ({ caseNumber }) => `您好，编号${caseNumber}已有结果。如需了解情况，请拨打12345。`,
  'citizen-callback': ({ caseNumber }) =>
    `您好，编号${caseNumber}，请点开{link} 评价，链接只用一次。如有疑问，请拨打12345。`,
};
