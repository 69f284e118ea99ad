import { describe, expect, it } from '@jest/globals';
import { troubleOfDatabase } from './database-trouble.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('a passing trouble of the database', () => {
  it.each(['ECONNREFUSED', '57P01', '08006', '53100', '53300', '58030', '25006'])(
    '%s: it cannot be used now',
    (code) => {
      expect(troubleOfDatabase(coded(code))).toBe('service.database-down');
      expect(troubleOfDatabase(new Error('a statement failed', { cause: coded(code) }))).toBe('service.database-down');
      expect(troubleOfDatabase(new AggregateError([coded(code)]))).toBe('service.database-down');
    },
  );

  it.each(['40001', '40P01', '55P03', '57014'])('%s: others are at it', (code) => {
    expect(troubleOfDatabase(coded(code))).toBe('service.busy');
  });

  it('no connection of the pool came free: busy', () => {
    expect(troubleOfDatabase(new Error('timeout exceeded when trying to connect'))).toBe('service.busy');
  });

  it.each(['23505', '22P02', 'ERR_INVALID_ARG_TYPE'])('%s is none', (code) => {
    expect(troubleOfDatabase(coded(code))).toBeUndefined();
    expect(troubleOfDatabase('not an error')).toBeUndefined();
  });
});
