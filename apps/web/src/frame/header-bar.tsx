import { MenuOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate } from 'react-router';
import { useWords } from '../language/use-words.ts';
import { NoticeBell } from '../notice/notice-bell.tsx';
import { useLogOut, useMe } from '../session/use-me.ts';
import { LanguageButton } from './language-button.tsx';

/** The bar over every page: the menu on a phone, straight to a case, notices, language, the person. */
export function HeaderBar({ onMenu }: { onMenu?: () => void }) {
  const { t } = useWords();
  return (
    <>
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={t('frame.openMenu')} onClick={onMenu} />}
      <CaseSearch />
      <span className="app-header-space" />
      <NoticeBell />
      <LanguageButton />
      <Person />
    </>
  );
}

function CaseSearch() {
  const { t } = useWords();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  useHotkeys('/', () => input.current?.focus(), { preventDefault: true });

  const go = (): void => {
    const number = typed.replaceAll(/\s/g, '');
    if (number === '') return;
    setTyped('');
    void navigate(/^\d{9,20}$/.test(number) ? `/cases/${number}` : `/cases?q=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <Input
      ref={input}
      className="app-header-search"
      prefix={<SearchOutlined />}
      placeholder={t('frame.goToCase')}
      aria-label={t('frame.goToCase')}
      title={t('frame.searchHint')}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onPressEnter={go}
    />
  );
}

function Person() {
  const { t, word } = useWords();
  const { name, role } = useMe();
  const who = `${name} · ${word('role', role)}`;
  const navigate = useNavigate();
  const logOut = useLogOut();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [{ key: 'log-out', label: t('frame.logOut') }],
        onClick: () => void logOut().then(() => navigate('/login')),
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('frame.myAccount')} ${who}`}>
        <span className="hide-narrow">{who}</span>
      </Button>
    </Dropdown>
  );
}
