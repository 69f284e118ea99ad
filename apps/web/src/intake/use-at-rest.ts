import { useEffect, useState } from 'react';

/** A value once nobody has changed it for a while: what is typed is looked up when the hand rests. */
export function useAtRest<Value>(value: Value, milliseconds = 500): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
