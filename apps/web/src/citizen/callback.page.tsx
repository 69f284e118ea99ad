import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Result } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { callbackAnswer, SATISFACTIONS, type CallbackAnswer, type CallbackQuestion } from '@hotline/contracts-http';
import { answerCallback, seeCallbackQuestion } from '../api/generated/sdk.gen.ts';
import { Page } from '../frame/page.tsx';
import { PageSkeleton } from '../frame/page-skeleton.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';
import { useAsking } from './use-asking.ts';

type Typed = Partial<Omit<CallbackAnswer, 'token'>>;

/** 短信回访: where the link of a short message leads. Its token stands behind the #, which no server is sent. */
export function Component() {
  const { t } = useWords();
  const token = useLocation().hash.slice(1);
  const [answered, setAnswered] = useState(false);
  const question = useQuery({
    queryKey: ['callback', token],
    queryFn: async ({ signal }) => (await seeCallbackQuestion({ body: { token }, signal })).data,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Page title={t('citizen.callback')}>
      {answered ? (
        <Result status="success" title={t('citizen.thanks')} subTitle={t('citizen.thanksHint')} />
      ) : question.isError ? (
        <ProblemAlert error={question.error} onRetry={() => void question.refetch()} />
      ) : question.data ? (
        <Questions token={token} asked={question.data} onAnswered={() => setAnswered(true)} />
      ) : (
        <PageSkeleton />
      )}
    </Page>
  );
}

interface QuestionsProps {
  readonly token: string;
  readonly asked: CallbackQuestion;
  readonly onAnswered: () => void;
}

function Questions({ token, asked, onAnswered }: QuestionsProps) {
  const { t, word } = useWords();
  const { form, submit, busy, error } = useAsking<Typed, typeof callbackAnswer>(
    callbackAnswer,
    { token },
    async (body) => {
      await answerCallback({ body });
      onAnswered();
    },
  );
  const yesOrNo = [true, false].map((value) => ({ value, label: t(value ? 'citizen.yes' : 'citizen.no') }));
  const satisfactions = SATISFACTIONS.map((value) => ({ value, label: word('satisfaction', value) }));
  const asks = [
    { name: 'contactedByUnit', label: t('citizen.contacted'), options: yesOrNo },
    { name: 'solved', label: t('citizen.solved'), options: yesOrNo },
    { name: 'satisfaction', label: t('citizen.satisfaction'), options: satisfactions },
  ] as const;
  return (
    <Form form={form} layout="vertical" requiredMark="optional" onFinish={submit}>
      <p>{t('citizen.asked', { number: asked.caseNumber, until: dateTime(asked.answerBy) })}</p>
      {asks.map(({ name, label, options }) => (
        <Form.Item key={name} name={name} label={label} required>
          <Radio.Group aria-label={label} options={options} />
        </Form.Item>
      ))}
      <Form.Item name="text" label={t('citizen.ownWords')}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      {error !== undefined && <ProblemAlert error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('citizen.send')}
      </Button>
    </Form>
  );
}
