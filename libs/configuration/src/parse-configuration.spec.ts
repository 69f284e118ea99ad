import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigurationError, parseConfiguration } from './parse-configuration.ts';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(19_464),
});

const sentencesFor = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    parseConfiguration(schema, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.sentences;
    throw error;
  }
};

describe('the configuration', () => {
  it('takes defaults for what is not set, or set to nothing', () => {
    expect(parseConfiguration(schema, { DATABASE_URL: 'postgres://here/db', METRICS_PORT: '' })).toEqual({
      DATABASE_URL: 'postgres://here/db',
      METRICS_PORT: 19_464,
    });
  });

  it('says a sentence for each variable that is missing or wrong, and repeats no value', () => {
    const sentences = sentencesFor({ METRICS_PORT: 'many', DATABASE_URL: '' });
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toBe('DATABASE_URL is not set, and it has no default.');
    expect(sentences[1]).toMatch(/^METRICS_PORT is wrong: .+\.$/);
    expect(sentencesFor({ DATABASE_URL: 'secret-thing' }).join()).not.toContain('secret-thing');
  });
});
