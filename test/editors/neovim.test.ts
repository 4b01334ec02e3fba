import { itSeesWhatItShould } from './expected.ts';
import { canRun, configuration, script } from './kit.ts';

describe('editors: Neovim', function () {
  this.timeout(90_000);
  itSeesWhatItShould(
    () => canRun('nvim', '--version'),
    home => {
      // The second of the two: the first needs Neovim 0.11.
      home.write('config/nvim/init.lua', configuration('lua', 1));
      const use = `luafile ${script('neovim.lua')}`;
      return home.run('nvim', ['--headless', '-n', '-i', 'NONE', '2025.年报', '-c', use]);
    },
  );
});
