import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nastyFieldsOf } from './nasty-fields.ts';
import { startRunningApi, type RunningApi } from './running-api.ts';
import { foundWith, Scrutiny } from './scrutiny.ts';

describe('nasty strings', () => {
  let api: RunningApi;
  let scrutiny: Scrutiny;

  beforeAll(async () => {
    api = await startRunningApi();
    scrutiny = await Scrutiny.of(api);
  }, 60_000);
  afterAll(() => api.stop());

  it('in any field of any body are refused with nothing written, or kept as they are', async () => {
    expect(await foundWith(scrutiny.operations, (operation, turn) => nastyFieldsOf(scrutiny, operation, turn))).toEqual(
      [],
    );
  }, 3_600_000);
});
