import { EyeOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { revealPhone } from '../api/generated/sdk.gen.ts';
import { sentenceOf } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';

interface MaskedPhoneProps {
  readonly caseNumber: string;
  readonly masked: string;
  /** Which call of the case; the first where it is not said. */
  readonly call?: number;
}

/** A phone number in its mask; one click shows it whole, and the look is logged. */
export function MaskedPhone({ caseNumber, masked, call }: MaskedPhoneProps) {
  const speech = useWords();
  const { t } = speech;
  const { message } = App.useApp();
  const [shown, setShown] = useState<string>();
  const [busy, setBusy] = useState(false);

  const reveal = async (): Promise<void> => {
    setBusy(true);
    try {
      const { data } = await revealPhone({ path: { caseNumber }, body: call ? { call } : {} });
      setShown(data.callerPhone ?? masked);
      void message.info(t('case.revealed'));
    } catch (error) {
      void message.error(sentenceOf(error, speech));
    } finally {
      setBusy(false);
    }
  };
  if (shown)
    return (
      <a href={`tel:${shown}`} className="tabular">
        {shown}
      </a>
    );
  return (
    <span className="row">
      <span className="tabular">{masked}</span>
      <Button
        className="no-print"
        size="small"
        type="link"
        icon={<EyeOutlined />}
        loading={busy}
        title={t('case.revealHint')}
        onClick={() => void reveal()}
      >
        {t('case.reveal')}
      </Button>
    </span>
  );
}
