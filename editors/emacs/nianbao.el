;;; nianbao.el --- Checks annual reports on information disclosure  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "27.1") (eglot "1.9"))

;;; Commentary:

;; The server `nianbao lsp' through eglot, which comes with Emacs 29 and as a package before:
;;
;;   (add-to-list 'load-path "/path/to/nianbao/editors/emacs")
;;   (require 'nianbao)
;;
;; A report that is opened in text-mode, markdown-mode or html-mode is then checked as it is
;; typed; `M-x eglot-code-actions' offers the repairs at point, `M-x nianbao-explain' says what a
;; rule wants.  Other texts are left alone.

;;; Code:

(require 'eglot)
(require 'subr-x)

(defgroup nianbao nil
  "Annual reports on information disclosure."
  :group 'tools)

(defcustom nianbao-program "nianbao"
  "The server program, looked for in `exec-path'."
  :type 'string)

(defcustom nianbao-modes '(text-mode markdown-mode html-mode mhtml-mode)
  "Major modes in which reports are written."
  :type '(repeat symbol))

(defconst nianbao--marks
  (regexp-opt '("政府信息公开工作年度报告" "政府信息公开年度报告" "政府信息公开工作报告" "政府信息公开条例"))
  "What the titles and preambles of all eras have in common.")

(defconst nianbao--characters-read 20000
  "How much of a text is looked at to see whether it is a report.")

(defun nianbao-report-p ()
  "Whether the text of this buffer is a report."
  (let ((head (buffer-substring-no-properties
               (point-min) (min (point-max) (+ (point-min) nianbao--characters-read)))))
    ;; Texts from PDF have blanks inside the words.
    (string-match-p nianbao--marks (replace-regexp-in-string "[[:space:]　]" "" head))))

(defun nianbao--contact (&rest _)
  "The command for eglot, with the program as it is set now."
  (list nianbao-program "lsp"))

;; The eglot of Emacs 30 leaves the bytes of %E5%B9%B4 as they are, so that it finds no buffer for the
;; findings of a file with a Chinese name.
(defun nianbao--decoded-path (path)
  "PATH with bytes read as UTF-8; one without any is left as it is."
  (if (stringp path)
      (decode-coding-string (encode-coding-string path 'utf-8-unix) 'utf-8-unix)
    path))

(when (fboundp 'eglot-uri-to-path)
  (advice-add 'eglot-uri-to-path :filter-return #'nianbao--decoded-path))

(defun nianbao-maybe-ensure ()
  "Start or join the server if this buffer is a report."
  (when (and buffer-file-name (nianbao-report-p))
    (eglot-ensure)))

(dolist (mode nianbao-modes)
  (add-to-list 'eglot-server-programs (cons mode #'nianbao--contact))
  (add-hook (intern (format "%s-hook" mode)) #'nianbao-maybe-ensure))

(defun nianbao--code-at-point ()
  "The code of the finding at point, or nil."
  (seq-some (lambda (diagnostic)
              (let ((text (flymake-diagnostic-text diagnostic)))
                (and (string-match "\\b\\([A-Z][0-9]\\{3\\}\\)\\b" text) (match-string 1 text))))
            (flymake-diagnostics (line-beginning-position) (line-end-position))))

(defun nianbao-explain (code)
  "Show what the rule CODE wants, why, its legal basis, and an example."
  (interactive (list (or (nianbao--code-at-point) (read-string "规则代码 / code of a rule: "))))
  (with-current-buffer (get-buffer-create (format "*nianbao %s*" code))
    (let ((inhibit-read-only t))
      (erase-buffer)
      (call-process nianbao-program nil t nil "explain" code))
    (goto-char (point-min))
    (special-mode)
    (display-buffer (current-buffer))))

(provide 'nianbao)
;;; nianbao.el ends here
