import { describe, expect, it } from '@jest/globals';
import { apiConfiguration } from './api.configuration.ts';

const DATABASE_URL = 'postgresql://hotline@localhost:15432/hotline';

describe('the configuration of the API', () => {
  it('needs a database and has a default for everything else', () => {
    expect(apiConfiguration({ DATABASE_URL })).toEqual({
      port: 12_345,
      host: '0.0.0.0',
      publicUrl: 'http://localhost:12345',
      databaseUrl: DATABASE_URL,
      databasePool: 10,
      temporal: { address: 'localhost:7233', namespace: 'default' },
      relay: 'inside',
      logLevel: 'info',
      training: false,
      cookieSecure: false,
      trustProxy: false,
    });
    expect(() => apiConfiguration({})).toThrow('DATABASE_URL is not set');
  });

  it('sends the cookie over HTTPS only where the public address is such, or where it is told to', () => {
    expect(apiConfiguration({ DATABASE_URL, PUBLIC_URL: 'https://12345.example' }).cookieSecure).toBe(true);
    expect(apiConfiguration({ DATABASE_URL, COOKIE_SECURE: 'true' }).cookieSecure).toBe(true);
    expect(
      apiConfiguration({ DATABASE_URL, PUBLIC_URL: 'https://12345.example', COOKIE_SECURE: 'false' }).cookieSecure,
    ).toBe(false);
  });

  it('takes in no mail unless it is told at which port', () => {
    expect(apiConfiguration({ DATABASE_URL }).mailbox).toBeUndefined();
    expect(apiConfiguration({ DATABASE_URL, MAILBOX_PORT: '2525', API_HOST: '10.0.0.1' }).mailbox).toEqual({
      host: '10.0.0.1',
      port: 2525,
      address: '12345@localhost.localdomain',
    });
    expect(() => apiConfiguration({ DATABASE_URL, MAILBOX_ADDRESS: 'nowhere' })).toThrow('MAILBOX_ADDRESS is wrong');
  });

  it('names what is wrong', () => {
    const wrong = {
      DATABASE_URL: 'mysql://x',
      API_PORT: '99999',
      RELAY: 'no',
      LOG_LEVEL: 'loud',
      COOKIE_SECURE: 'yes',
    };
    for (const name of Object.keys(wrong)) expect(() => apiConfiguration(wrong)).toThrow(`${name} is wrong`);
  });
});
