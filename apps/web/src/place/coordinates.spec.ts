import { expect, it } from '@jest/globals';
import { coordinatesIn, coordinatesText } from './coordinates.ts';

it('are read as maps give them out, and written the same way', () => {
  const place = { latitude: 32.3712, longitude: 120.5568 };
  for (const text of ['32.3712,120.5568', ' 32.37120， 120.55680 ', '32.3712 120.5568'])
    expect(coordinatesIn(text)).toEqual(place);
  expect(coordinatesIn(coordinatesText(place))).toEqual(place);
});

it.each(['', '32.3712', '32.3712, 120.5568, 3', '东经120度', '1e999, 2', ','])('are not in %j', (text) => {
  expect(coordinatesIn(text)).toBeUndefined();
});
