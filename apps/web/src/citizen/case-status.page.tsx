import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { codeProof, statusCodeRequest, type CitizenCase, type SentCode } from '@hotline/contracts-http';
import { requestStatusCode, seeOwnCase } from '../api/generated/sdk.gen.ts';
import { Page } from '../frame/page.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { CodeField } from './code-field.tsx';
import { OwnCase } from './own-case.tsx';
import { useAsking } from './use-asking.ts';

/** 进度查询: the number and the end of the phone, then the code, then where the case stands. */
export function Component() {
  const { t } = useWords();
  const [sent, setSent] = useState<SentCode>();
  const [seen, setSeen] = useState<CitizenCase>();
  return (
    <Page title={t('citizen.status')}>
      {seen ? (
        <OwnCase seen={seen} />
      ) : sent ? (
        <Proof sent={sent} onSeen={setSeen} onBack={() => setSent(undefined)} />
      ) : (
        <WhichCase onSent={setSent} />
      )}
    </Page>
  );
}

function WhichCase({ onSent }: { onSent: (sent: SentCode) => void }) {
  const { t } = useWords();
  const { form, submit, busy, error } = useAsking(statusCodeRequest, {}, async (body) =>
    onSent((await requestStatusCode({ body })).data),
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {error !== undefined && <ProblemAlert error={error} />}
      <Form.Item name="caseNumber" label={t('citizen.caseNumber')} extra={t('citizen.caseNumberHint')}>
        <Input size="large" inputMode="numeric" autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="phoneLastFour" label={t('citizen.phoneLastFour')}>
        <Input size="large" inputMode="numeric" autoComplete="off" maxLength={4} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('citizen.sendCode')}
      </Button>
    </Form>
  );
}

interface ProofProps {
  readonly sent: SentCode;
  readonly onSeen: (seen: CitizenCase) => void;
  readonly onBack: () => void;
}

function Proof({ sent, onSeen, onBack }: ProofProps) {
  const { t } = useWords();
  const { form, submit, busy, error } = useAsking(codeProof, { codeId: sent.codeId }, async (body) =>
    onSeen((await seeOwnCase({ body })).data),
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {error !== undefined && <ProblemAlert error={error} />}
      <CodeField sent={sent} onBack={onBack} />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('citizen.see')}
      </Button>
    </Form>
  );
}
