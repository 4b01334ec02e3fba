;;; Uses a report as a user of Emacs would, and prints what there was to see as one line of JSON.  -*- lexical-binding: t -*-
;; The configuration was loaded before (-l init.el); the report is 2025.年报 in the current folder.

(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*-[0-9]*")) (add-to-list 'load-path folder))
(require 'json)
(require 'eglot)
(require 'flymake)
(setq eglot-events-buffer-size 0
      eglot-sync-connect 15
      flymake-no-changes-timeout 0.1
      make-backup-files nil
      create-lockfiles nil)

(defvar seen nil "What there was to see, by name.")
(defun see (name value) (push (cons name value) seen))

(defun wait (what condition)
  (let ((rounds 0))
    (while (and (not (funcall condition)) (< rounds 750))
      (accept-process-output nil 0.02)
      (setq rounds (1+ rounds)))
    (unless (funcall condition) (error "%s: waited in vain" what))))

(defun goto (words) (goto-char (point-min)) (search-forward words))

(defun told (diagnostic) (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)))

(defun codes () (mapcar (lambda (diagnostic) (plist-get (told diagnostic) :code)) (flymake-diagnostics)))

;; What is sent after every command; in batch there are none.
(defun tell-changes () (eglot--signal-textDocument/didChange) (flymake-start))

(defun kind-of (ending)
  (with-temp-buffer
    (setq buffer-file-name (expand-file-name (concat "x." ending)))
    (let ((nianbao-mode-hook nil)) (set-auto-mode))
    (set-buffer-modified-p nil)
    (replace-regexp-in-string "-mode$" "" (symbol-name major-mode))))

(defun column-of (position)
  (save-excursion (goto-char position) (- position (line-beginning-position))))

(defun use-report ()
  (see 'kinds (mapcar (lambda (ending) (cons ending (kind-of ending))) '("nianbao" "年报")))
  (let ((nianbao-mode-hook nil)) (find-file "2025.年报"))
  ;; What `eglot-ensure' does once Emacs is idle, which it never is in batch.
  (apply #'eglot--connect (eglot--guess-contact))
  (eglot--managed-mode 1)
  (flymake-mode 1)

  (flymake-start)
  (wait "diagnostics" (lambda () (= 2 (length (flymake-diagnostics)))))
  (see 'diagnostics
       (vconcat
        (mapcar
         (lambda (diagnostic)
           (let ((from (flymake-diagnostic-beg diagnostic)))
             `((line . ,(1- (line-number-at-pos from)))
               (start . ,(column-of from))
               (end . ,(column-of (flymake-diagnostic-end diagnostic)))
               (code . ,(plist-get (told diagnostic) :code))
               (message . ,(plist-get (told diagnostic) :message)))))
         (sort (copy-sequence (flymake-diagnostics))
               (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other)))))))

  ;; Completion: half a label is typed in the place of a row, and the first that is offered is taken.
  (goto "复议后起诉")
  (let ((before (buffer-substring (line-beginning-position) (line-end-position))))
    (delete-region (line-beginning-position) (line-end-position))
    (insert "|   复议")
    (tell-changes)
    (pcase-let* ((`(,start ,end ,table . ,more) (eglot-completion-at-point))
                 (offered (all-completions (buffer-substring start end) table))
                 (sorted (funcall (alist-get 'display-sort-function (cdr (funcall table "" nil 'metadata)) #'identity)
                                  offered)))
      (see 'completion (vconcat (mapcar #'substring-no-properties sorted)))
      (delete-region start end)
      (insert (car sorted))
      (funcall (plist-get more :exit-function) (car sorted) 'finished))
    (see 'completed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
    (delete-region (line-beginning-position) (line-end-position))
    (insert before)
    (tell-changes))

  ;; Hover, on a row's label.
  (goto "1.属于国")
  (see 'hover
       (plist-get (plist-get (jsonrpc-request (eglot--current-server-or-lose)
                                              :textDocument/hover (eglot--TextDocumentPositionParams))
                             :contents)
                  :value))

  ;; The first code action at the wrong total.
  (goto "| 行政复议 |")
  (end-of-line)
  (wait "the diagnostics again" (lambda () (= 2 (length (codes)))))
  (let ((action (car (eglot-code-actions (- (point) 3) (- (point) 2) nil))))
    (see 'action (plist-get action :title))
    (eglot--apply-workspace-edit (plist-get action :edit)))
  (tell-changes)
  (wait "the diagnostic to go" (lambda () (= 1 (length (codes)))))
  (see 'left (vconcat (codes)))

  (eglot-format-buffer)
  (see 'text (buffer-substring-no-properties (point-min) (point-max)))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot--current-server-or-lose)))

(set-language-environment "UTF-8")
(condition-case failure (use-report)
  (error (see 'failed (format "%S" failure))))
(princ (json-encode (nreverse seen)))
(terpri)
(kill-emacs)
