import { EyeOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { revealCallPhone, revealPhone } from '../api/generated/sdk.gen.ts';
import { sentenceOf } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';

/** A case's caller, of its first call or of another one; or whoever called, where there is no case yet. */
type Whose = { readonly caseNumber: string; readonly call?: number } | { readonly callId: string };
type MaskedPhoneProps = Whose & { readonly masked: string };

/** A phone number in its mask; one click shows it whole, and the look is logged. */
export function MaskedPhone({ masked, ...whose }: MaskedPhoneProps) {
  const speech = useWords();
  const { t } = speech;
  const { message } = App.useApp();
  const [shown, setShown] = useState<string>();
  const [busy, setBusy] = useState(false);

  const reveal = async (): Promise<void> => {
    setBusy(true);
    try {
      setShown((await phoneOf(whose)) ?? masked);
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

async function phoneOf(whose: Whose): Promise<string | null> {
  if ('callId' in whose) return (await revealCallPhone({ path: { callId: whose.callId }, body: {} })).data.callerPhone;
  const { caseNumber, call } = whose;
  return (await revealPhone({ path: { caseNumber }, body: call ? { call } : {} })).data.callerPhone;
}
