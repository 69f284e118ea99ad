import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useNavigate } from 'react-router';
import type { Me } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { LogInForm } from './log-in-form.tsx';
import { useSessionEnded } from './session-store.ts';
import { useLogOut, useMe } from './use-me.ts';

/** Comes over the page when the session has ended meanwhile; below it everything stays as it was typed. */
export function SessionEndedDialog() {
  const { t } = useWords();
  const me = useMe();
  const ended = useSessionEnded();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const logOut = useLogOut();

  const goOn = (now: Me): void => {
    if (now.id !== me.id) void navigate('/');
    else void queryClient.invalidateQueries();
  };
  return (
    <Modal
      open={ended}
      title={t('session.expired')}
      footer={null}
      closable={false}
      keyboard={false}
      destroyOnHidden
      zIndex={2000}
    >
      <p>{t('session.expiredHint')}</p>
      <LogInForm onDone={goOn} username={me.username} />
      <Button type="link" block onClick={() => void logOut().then(() => navigate('/login'))}>
        {t('session.leave')}
      </Button>
    </Modal>
  );
}
