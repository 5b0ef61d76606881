#include "shell/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool nb_file_read(nb_arena *arena, const char *path, size_t max, nb_view *out)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return false;
    int error = fstat(fd, &status) != 0       ? errno
                : S_ISDIR(status.st_mode)     ? EISDIR
                : !S_ISREG(status.st_mode)    ? EINVAL
                : status.st_size > (off_t)max ? EFBIG
                                              : 0;
    char *bytes = error ? NULL : nb_arena_alloc(arena, (size_t)status.st_size + 1);
    uint32_t len = 0;
    while (!error && len < (uint32_t)status.st_size) {
        ssize_t got = read(fd, bytes + len, (size_t)status.st_size - len);
        if (got == 0)
            break;
        if (got > 0)
            len += (uint32_t)got;
        else if (errno != EINTR)
            error = errno;
    }
    (void)close(fd);
    *out = (nb_view){bytes, len};
    errno = error;
    return !error;
}
