import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messageIdOf } from './message-id.ts';

describe('the Message-ID of a notice', () => {
  it('is readable and the same for the same key', () => {
    expect(messageIdOf('202601050042-meeting-1/u1', 'rugao.example')).toBe('<202601050042-meeting-1/u1@rugao.example>');
    expect(messageIdOf('202601050042:a1/due:1:red:1', 'x')).toBe('<202601050042=3Aa1/due=3A1=3Ared=3A1@x>');
  });

  it('is a dot-atom of bearable length for any key, and differs for different keys', () => {
    const key = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(key, key, (left, right) => {
        const id = messageIdOf(left, 'x.example');
        expect(id).toMatch(/^<[\w=+/-]+(?:\.[\da-f]+)?@x\.example>$/);
        expect(id.length).toBeLessThan(250);
        expect(id === messageIdOf(right, 'x.example')).toBe(left === right);
      }),
    );
  });
});
