import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useEffect } from 'react';
import { useWords } from '../language/use-words.ts';
import { qualityFormQuery } from './quality-queries.ts';

interface Mark {
  readonly item: string;
  readonly points?: number | null;
}

interface MarksInputProps {
  readonly id?: string;
  readonly value?: readonly Mark[];
  readonly onChange?: (marks: readonly Mark[]) => void;
}

/** Points for each item of the quality form; it begins with the most that each may get. */
export function MarksInput({ id, value, onChange }: MarksInputProps) {
  const { t, language } = useWords();
  const { data: form } = useQuery(qualityFormQuery);
  const isBegun = value !== undefined && value.length > 0;
  useEffect(() => {
    if (form && !isBegun) onChange?.(form.map(({ id: item, points }) => ({ item, points })));
  }, [form, isBegun, onChange]);
  if (!form || !value) return null;
  const total = value.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const most = form.reduce((sum, { points }) => sum + points, 0);
  const pointsOf = (item: string): number | null => value.find((mark) => mark.item === item)?.points ?? null;
  const give = (item: string, points: number | null): void =>
    onChange?.(form.map((one) => (one.id === item ? { item, points } : { item: one.id, points: pointsOf(one.id) })));
  return (
    <div {...(id ? { id } : {})} className="marks">
      {form.map(({ id: item, zh, en, points }) => {
        const name = language === 'zh' ? zh : en;
        return (
          <div key={item} className="mark">
            <span>{name}</span>
            <InputNumber
              aria-label={name}
              min={0}
              max={points}
              precision={0}
              value={pointsOf(item)}
              onChange={(given) => give(item, given)}
              suffix={`/ ${points}`}
            />
          </div>
        );
      })}
      <b className="tabular" role="status">
        {t('quality.total', { total, most })}
      </b>
    </div>
  );
}
