import assert from 'node:assert/strict';
import { openable } from '../../client/rule-pages.ts';

const pages = 'file:///extension/docs/rules';

describe('client: pages of rules', () => {
  it('opens the page of a rule by the command that renders it', () => {
    assert.equal(openable(`${pages}/row-total.md`, pages), 'command:nianbao.showRule?%5B%22row-total%22%5D');
  });

  it('leaves all other addresses as they are', () => {
    for (const address of [
      'file:///reports/row-total.md',
      'https://example.com/',
      `${pages}/../x.md`,
      `${pages}/a b.md`,
    ]) {
      assert.equal(openable(address, pages), address);
    }
  });
});
