import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { logInRequest, type Me } from '@hotline/contracts-http';
import { showFieldProblems, validate } from '../case-action/validation.ts';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { useLogIn } from './use-me.ts';

interface Credentials {
  readonly username?: string;
  readonly password?: string;
}

/** Asks for name and password; calls back with who logged in. */
export function LogInForm({ onDone, username }: { onDone: (me: Me) => void; username?: string }) {
  const { t } = useWords();
  const [form] = Form.useForm<Credentials>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const logIn = useLogIn();

  const submit = async (values: Credentials): Promise<void> => {
    const checked = validate(logInRequest, values);
    if (!checked.ok) return showFieldProblems(form, checked.problems, t);
    setBusy(true);
    setError(undefined);
    try {
      onDone(await logIn(checked.body.username, checked.body.password));
    } catch (problem) {
      setError(problem);
      form.getFieldInstance('password')?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void submit(values)}
      initialValues={{ username }}
    >
      {error !== undefined && <ProblemAlert error={error} />}
      <Form.Item name="username" label={t('session.username')}>
        <Input autoComplete="username" autoFocus={!username} size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('session.password')}>
        <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('session.logIn')}
      </Button>
    </Form>
  );
}
