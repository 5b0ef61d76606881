#include "cli/store.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int write_all(int fd, nb_view content)
{
    uint32_t at = 0;
    while (at < content.len) {
        ssize_t put = write(fd, content.ptr + at, content.len - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        at += (uint32_t)put;
    }
    return 0;
}

static int fill(int fd, nb_view content, const struct stat *like)
{
    int error = write_all(fd, content);
    if (error)
        return error;
    if (fchown(fd, like->st_uid, like->st_gid) != 0 && errno != EPERM)
        return errno;
    if (fchmod(fd, like->st_mode & 07777) != 0 || fsync(fd) != 0)
        return errno;
    return 0;
}

static store_result failed(store_step step, int error)
{
    return (store_result){error ? step : STORE_DONE, error};
}

static store_result replace(const char *target, nb_view content)
{
    struct stat status;
    if (stat(target, &status) != 0)
        return failed(STORE_TARGET, errno);
    if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
        return failed(STORE_TARGET, EACCES);
    if (access(target, W_OK) != 0)
        return failed(STORE_TARGET, errno);
    size_t size = strlen(target) + sizeof ".nianbao-XXXXXX";
    char *beside = malloc(size);
    if (!beside)
        return failed(STORE_WRITE, ENOMEM);
    (void)snprintf(beside, size, "%s.nianbao-XXXXXX", target);
    int fd = mkstemp(beside);
    if (fd < 0) {
        store_result result = failed(STORE_BESIDE, errno);
        free(beside);
        return result;
    }
    int error = fill(fd, content, &status);
    if (close(fd) != 0 && !error)
        error = errno;
    if (!error && rename(beside, target) != 0)
        error = errno;
    if (error)
        (void)unlink(beside);
    free(beside);
    return failed(STORE_WRITE, error);
}

store_result store_replace(const char *path, nb_view content)
{
    char *target = realpath(path, NULL);
    if (!target)
        return failed(STORE_TARGET, errno);
    /* Who interrupts the program finds the old file or the new one, and no third beside it. */
    sigset_t ends, before;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    (void)pthread_sigmask(SIG_BLOCK, &ends, &before);
    store_result result = replace(target, content);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    free(target);
    return result;
}
