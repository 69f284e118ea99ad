import { Button, Checkbox, Form, Input, InputNumber, Result, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  phoneCodeRequest,
  REQUEST_KINDS,
  webRequest,
  type BroughtRequest,
  type SentCode,
  type WebRequest,
} from '@hotline/contracts-http';
import { bringRequest, requestPhoneCode } from '../api/generated/sdk.gen.ts';
import { Page } from '../frame/page.tsx';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { CoordinatesInput } from '../place/coordinates-input.tsx';
import { BringFiles } from './bring-files.tsx';
import { CodeField } from './code-field.tsx';
import { useAsking } from './use-asking.ts';

type Typed = Partial<Omit<WebRequest, 'codeId'>>;

/** The code that proved a phone. */
interface Proof {
  readonly codeId: string;
  readonly code: string;
}

/** 网上诉求: the phone is proved, the request written down, its files added. */
export function Component() {
  const { t } = useWords();
  const [sent, setSent] = useState<SentCode>();
  const [typed, setTyped] = useState<Typed>({});
  const [brought, setBrought] = useState<BroughtRequest & Proof>();
  return (
    <Page title={t('citizen.bring')}>
      {brought ? (
        <Brought {...brought} />
      ) : sent ? (
        <Request
          sent={sent}
          typed={typed}
          onTyped={setTyped}
          onBrought={setBrought}
          onBack={() => setSent(undefined)}
        />
      ) : (
        <Phone onSent={setSent} />
      )}
    </Page>
  );
}

function Phone({ onSent }: { onSent: (sent: SentCode) => void }) {
  const { t } = useWords();
  const { form, submit, busy, error } = useAsking(phoneCodeRequest, {}, async (body) =>
    onSent((await requestPhoneCode({ body })).data),
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {error !== undefined && <ProblemAlert error={error} />}
      <Form.Item name="phone" label={t('citizen.phone')} extra={t('citizen.phoneHint')}>
        <Input size="large" inputMode="tel" autoComplete="tel" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('citizen.sendCode')}
      </Button>
    </Form>
  );
}

interface RequestProps {
  readonly sent: SentCode;
  /** What was typed before another code was asked for. */
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly onBrought: (brought: BroughtRequest & Proof) => void;
  readonly onBack: () => void;
}

function Request({ sent, typed, onTyped, onBrought, onBack }: RequestProps) {
  const { t, word } = useWords();
  const { form, submit, busy, error } = useAsking<Typed, typeof webRequest>(
    webRequest,
    { codeId: sent.codeId },
    async (body) => onBrought({ ...(await bringRequest({ body })).data, codeId: sent.codeId, code: body.code }),
  );
  const back = (): void => {
    onTyped({ ...form.getFieldsValue(), code: undefined });
    onBack();
  };
  return (
    <Form form={form} layout="vertical" requiredMark="optional" initialValues={typed} onFinish={submit}>
      <CodeField sent={sent} onBack={back} />
      <Form.Item name="name" label={t('citizen.name')} required>
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="kind" label={t('citizen.kind')}>
        <Select allowClear options={REQUEST_KINDS.map((kind) => ({ value: kind, label: word('kind', kind) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('citizen.title')} extra={t('citizen.titleHint')}>
        <Input />
      </Form.Item>
      <Form.Item name="text" label={t('citizen.text')} required>
        <Input.TextArea autoSize={{ minRows: 5 }} showCount maxLength={5_000} />
      </Form.Item>
      <Form.Item name="place" label={t('citizen.place')}>
        <Input />
      </Form.Item>
      <Form.Item name="coordinates" label={t('citizen.coordinates')}>
        <CoordinatesInput there />
      </Form.Item>
      <Form.Item name="peopleConcerned" label={t('citizen.peopleConcerned')}>
        <InputNumber min={1} max={10_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="confidential" valuePropName="checked">
        <Checkbox>{t('citizen.confidential')}</Checkbox>
      </Form.Item>
      {error !== undefined && <ProblemAlert error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('citizen.submit')}
      </Button>
    </Form>
  );
}

function Brought({ caseNumber, codeId, code }: BroughtRequest & Proof) {
  const { t } = useWords();
  return (
    <Result
      status="success"
      title={t('citizen.brought', { number: caseNumber })}
      subTitle={t('citizen.broughtHint')}
      extra={<Link to="/citizen/status">{t('citizen.status')}</Link>}
    >
      <BringFiles codeId={codeId} code={code} />
    </Result>
  );
}
