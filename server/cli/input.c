#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shell/errno_text.h"

static cli_input failed(nb_arena *arena, nb_lang lang, nb_text2 why, const char *detail)
{
    nb_view error = nb_arena_printf(arena, "%s%s%s", nb_text2_in(why, lang), detail ? ": " : "",
                                    detail ? detail : "");
    return (cli_input){.error = error};
}

/* Bytes of fd up to the maximum and one more; -1 with errno on failure. */
static int64_t read_all(nb_arena *arena, int fd, size_t expected, nb_view *out)
{
    size_t cap = expected + 1; /* one more byte to see the end without growing */
    char *bytes = nb_arena_alloc(arena, cap);
    size_t len = 0;
    while (len <= CLI_INPUT_MAX) {
        if (len == cap) {
            char *grown = nb_arena_alloc(arena, cap * 2);
            memcpy(grown, bytes, len);
            bytes = grown;
            cap *= 2;
        }
        ssize_t got = read(fd, bytes + len, cap - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        len += (size_t)got;
    }
    *out = (nb_view){bytes, (uint32_t)len};
    return (int64_t)len;
}

static const nb_text2 cannot_read = {"无法读取", "cannot be read"};
static const nb_text2 is_folder = {"这是一个文件夹", "this is a folder"};
static const nb_text2 is_special = {"不是普通文件", "not a regular file"};
static const nb_text2 is_too_large = {"文件超过 64 MiB，不是年度报告",
                                      "larger than 64 MiB, no annual report"};

static cli_input read_fd(nb_arena *arena, int fd, bool is_stdin, nb_lang lang)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return failed(arena, lang, cannot_read, nb_errno_text(errno, lang));
    if (S_ISDIR(status.st_mode))
        return failed(arena, lang, is_folder, NULL);
    bool is_regular = S_ISREG(status.st_mode);
    if (!is_stdin && (S_ISBLK(status.st_mode) || S_ISCHR(status.st_mode)))
        return failed(arena, lang, is_special, NULL);
    if (is_regular && status.st_size > (off_t)CLI_INPUT_MAX)
        return failed(arena, lang, is_too_large, NULL);
    nb_view bytes;
    int64_t len = read_all(arena, fd, is_regular ? (size_t)status.st_size : 16384, &bytes);
    if (len < 0)
        return failed(arena, lang, cannot_read, nb_errno_text(errno, lang));
    if (len > (int64_t)CLI_INPUT_MAX)
        return failed(arena, lang, is_too_large, NULL);
    return cli_input_decode(arena, bytes, lang);
}

cli_input cli_input_read(nb_arena *arena, const char *path, nb_lang lang)
{
    if (strcmp(path, "-") == 0)
        return read_fd(arena, STDIN_FILENO, true, lang);
    /* O_NONBLOCK: a pipe without a writer must not stop a run over a folder. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return failed(arena, lang, cannot_read, nb_errno_text(errno, lang));
    cli_input input = read_fd(arena, fd, false, lang);
    (void)close(fd);
    return input;
}
