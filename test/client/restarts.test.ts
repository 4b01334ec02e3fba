import assert from 'node:assert/strict';
import { Restarts } from '../../client/restarts.ts';

const second = 1000;
const minute = 60 * second;

describe('client: restarts', () => {
  it('starts the server again four times in three minutes, and not a fifth time', () => {
    const restarts = new Restarts();
    const times = [0, 10, 20, 30, 40].map(at => restarts.allows(at * second));
    assert.deepEqual(times, [true, true, true, true, false]);
  });

  it('counts only the last three minutes', () => {
    const restarts = new Restarts();
    for (const at of [0, 10, 20, 30]) restarts.allows(at * second);
    assert.equal(restarts.allows(3 * minute - 1), false);
    assert.equal(restarts.allows(6 * minute), true);
  });

  it('begins anew when the user starts the server', () => {
    const restarts = new Restarts();
    for (let end = 0; end < 6; end++) restarts.allows(end);
    restarts.forget();
    assert.equal(restarts.allows(7), true);
  });
});
