import { Input } from 'antd';
import { useState } from 'react';

interface SearchWordsProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (words: string) => void;
}

/** What a list is searched for: it takes effect with Enter. */
export function SearchWords({ label, value = '', onSearch }: SearchWordsProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  return (
    <Input.Search
      className="filters-search"
      placeholder={label}
      aria-label={label}
      maxLength={100}
      allowClear
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(words) => onSearch(words.trim())}
    />
  );
}
