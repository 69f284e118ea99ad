import { Input } from 'antd';
import { useState } from 'react';

interface LinesInputProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (lines: readonly string[]) => void;
}

/** Several things, a line for each; empty lines are none. */
export function LinesInput({ value = [], onChange, ...rest }: LinesInputProps) {
  const [typed, setTyped] = useState(() => value.join('\n'));
  return (
    <Input.TextArea
      {...rest}
      autoSize={{ minRows: 2, maxRows: 8 }}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(target.value.split('\n').filter((line) => line.trim() !== ''));
      }}
    />
  );
}
