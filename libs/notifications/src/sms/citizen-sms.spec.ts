import { describe, expect, it } from '@jest/globals';
import { CITIZEN_NOTICES, OUTCOMES } from '@hotline/domain';
import { asShortMessage, citizenSms, codeSms, type CitizenFacts } from './citizen-sms.ts';

const FACTS: CitizenFacts = {
  kind: 'citizen-transferred',
  caseNumber: '202601050042',
  saysNothing: false,
  ended: 'closed',
  unitName: '水务集团',
  due: '2026-01-12T09:30:00.000Z',
  outcome: 'solved',
};

describe('a short message to a citizen', () => {
  it('names his case, who has it, and until when in Shanghai', () => {
    expect(citizenSms(FACTS)).toBe(
      '【如皋12345】您的诉求（编号202601050042）已交由水务集团办理，将在2026年1月12日（周一）17:30前答复您。',
    );
  });

  it('is one signed line with his number, whatever it is about, and no longer than three parts of an SMS', () => {
    for (const kind of CITIZEN_NOTICES)
      for (const saysNothing of [false, true])
        for (const ended of ['closed', 'answered', 'declined'] as const)
          for (const outcome of OUTCOMES) {
            const sms = citizenSms({ ...FACTS, kind, saysNothing, ended, outcome });
            expect(sms).toMatch(/^【如皋12345】[^\n]+$/);
            expect(sms).toContain('202601050042');
            expect(sms.length).toBeLessThanOrEqual(3 * 67);
          }
  });

  it('says nothing of the matter to whoever must stay hidden: nobody’s name, no end, no day', () => {
    for (const kind of CITIZEN_NOTICES) {
      const sms = citizenSms({ ...FACTS, kind, saysNothing: true, ended: 'declined' });
      expect(sms).not.toMatch(/水务|解决|诉求|举报|投诉|受理范围|月|日/);
      expect(sms).toContain('请拨打12345');
    }
  });

  it('never calls a citizen unreasonable', () => {
    expect(citizenSms({ ...FACTS, kind: 'citizen-closed', outcome: 'unreasonable' })).not.toContain('不合理');
  });

  it('may carry a code, and warns of whoever asks for it', () => {
    const sms = codeSms('042137', 10);
    expect(sms).toContain('验证码042137，10分钟内有效');
    expect(asShortMessage(sms)).toMatchObject({ brief: sms, text: sms });
  });
});
