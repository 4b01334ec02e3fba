import { itSeesWhatItShould } from './expected.ts';
import { canRun, configuration, script } from './kit.ts';

describe('editors: Emacs with eglot', function () {
  this.timeout(90_000);
  itSeesWhatItShould(
    // Emacs brings eglot along since 29; before, it is a package of Debian's, which -Q does not look for.
    () => canRun('emacs', '--batch', '-Q', ...whereEglotIs, '-l', 'eglot'),
    home => {
      const init = home.write('init.el', configuration('elisp'));
      return home.run('emacs', ['--batch', '-Q', '-l', init, '-l', script('emacs.el')]);
    },
  );
});

const whereEglotIs = [
  '--eval',
  '(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*-[0-9]*")) (add-to-list (quote load-path) folder))',
];
