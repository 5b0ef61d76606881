;;; suite.el --- The user's steps in a real Emacs; run by run.sh  -*- lexical-binding: t; -*-

;;; Code:

(package-initialize)
(add-to-list 'load-path (expand-file-name "editors/emacs" (getenv "NB_ROOT")))
(require 'nianbao)
(require 'flymake)
(require 'cl-lib)

(setq nianbao-program (getenv "NB_SERVER")
      eglot-sync-connect t
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(defvar suite-wait (string-to-number (getenv "NB_WAIT")))
(defvar suite-steps 0)
(defvar suite-failed 0)

(defun suite-step (name good &optional detail)
  (setq suite-steps (1+ suite-steps))
  (unless good (setq suite-failed (1+ suite-failed)))
  (message "%s %d - %s" (if good "ok" "not ok") suite-steps name)
  (unless good (message "# %S" detail)))

(defun suite-until (test)
  "Wait until TEST gives something; that, or nil."
  (let ((end (+ (float-time) suite-wait)) result)
    (while (not (or (setq result (funcall test)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    result))

(defun suite-found (word)
  (cl-find-if (lambda (each) (string-search word (flymake-diagnostic-text each)))
              (flymake-diagnostics)))

(defun suite-listed ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun suite-replace (from to)
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t)
  ;; What the idle timers of a session with a screen do.
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(defun suite-open ()
  (find-file (getenv "NB_REPORT"))
  (run-hooks 'post-command-hook)
  (suite-step "the server runs for a report in a path with Chinese and blanks" (eglot-managed-p))
  (flymake-mode 1)
  (flymake-start))

(defun suite-change-the-year ()
  (suite-replace "2023年12月31日止" "2022年12月31日止")
  (let ((wrong (suite-until (lambda () (suite-found "2022")))))
    (suite-step "a wrong year in the period is found" wrong (suite-listed))
    (when wrong
      (suite-step "on the right text"
                  (string-search "2022" (buffer-substring (flymake-diagnostic-beg wrong)
                                                          (flymake-diagnostic-end wrong))))
      (goto-char (flymake-diagnostic-beg wrong))
      ;; A key was pressed, no menu was clicked; the first choice is taken.
      (let ((last-nonmenu-event ?x))
        (cl-letf (((symbol-function 'completing-read)
                   (lambda (_prompt choices &rest _) (caar choices))))
          (eglot-code-actions (flymake-diagnostic-beg wrong) (flymake-diagnostic-end wrong) nil t)))
      (suite-step "its code action repairs the text"
                  (save-excursion (goto-char (point-min))
                                  (search-forward "至2023年12月31日" nil t)))
      (eglot--signal-textDocument/didChange)
      (flymake-start)
      (suite-step "and the finding is gone"
                  (suite-until (lambda () (not (suite-found "2022")))) (suite-listed)))))

(defun suite-save ()
  (save-buffer)
  (with-temp-buffer
    (call-process (getenv "NB_REAL_PROGRAM") nil t nil "check" "--lang" "zh" (getenv "NB_REPORT"))
    (suite-step "saved, the command line finds nothing either"
                (string-search "未发现问题" (buffer-string)) (buffer-string))))

(defun suite-delete-a-section ()
  (goto-char (point-min))
  (search-forward "## 四、")
  (let ((from (line-beginning-position)))
    (search-forward "## 五、")
    (delete-region from (line-beginning-position)))
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (suite-step "a deleted section is missed"
              (suite-until (lambda () (suite-found "行政复议"))) (suite-listed))
  (revert-buffer t t t))

(defun suite-explain ()
  (nianbao-explain "P102")
  (with-current-buffer "*nianbao P102*"
    (suite-step "nianbao-explain says what a rule wants"
                (string-search "period-year" (buffer-string)) (buffer-string))))

(condition-case failure
    (progn (suite-open) (suite-change-the-year) (suite-save) (suite-delete-a-section)
           (suite-explain))
  (error (suite-step "the suite runs to its end" nil failure)))
(message "# %d passed, %d failed" (- suite-steps suite-failed) suite-failed)
(ignore-errors (eglot-shutdown-all))
(set-buffer-modified-p nil)
(kill-emacs (if (zerop suite-failed) 0 1))
;;; suite.el ends here
