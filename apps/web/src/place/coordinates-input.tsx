import { AimOutlined } from '@ant-design/icons';
import { App, Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { Coordinates } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { coordinatesIn, coordinatesText } from './coordinates.ts';

interface CoordinatesInputProps {
  readonly id?: string;
  /** Whoever fills it in is there himself: his device may say where. */
  readonly there?: true;
  readonly value?: Coordinates | string;
  /** What is no coordinates is handed on as it was typed, for the contract to refuse. */
  readonly onChange?: (value: Coordinates | string | undefined) => void;
}

/** Coordinates, typed or pasted from a map, or where this device is. */
export function CoordinatesInput({ id, there, value, onChange }: CoordinatesInputProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [locating, setLocating] = useState(false);
  const [typed, setTyped] = useState<string>();
  const known = typeof value === 'object' ? coordinatesText(value) : (value ?? '');
  const here = (): void => {
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setLocating(false);
        setTyped(undefined);
        onChange?.({ latitude, longitude });
      },
      () => {
        setLocating(false);
        void message.warning(t('case.notLocated'));
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };
  return (
    <Space.Compact block>
      <Input
        {...(id ? { id } : {})}
        inputMode="text"
        autoComplete="off"
        placeholder="32.37120, 120.55680"
        value={typed ?? known}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange?.(coordinatesIn(target.value) ?? (target.value.trim() || undefined));
        }}
        onBlur={() => setTyped(undefined)}
      />
      {there && (
        <Button icon={<AimOutlined />} loading={locating} onClick={here}>
          {t('case.here')}
        </Button>
      )}
    </Space.Compact>
  );
}
