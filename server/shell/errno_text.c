#include "shell/errno_text.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

const char *nb_errno_text(int error, nb_lang lang)
{
    static const struct {
        int error;
        nb_text2 words;
    } known[] = {
        {ENOENT, {"没有这个文件或文件夹", "no such file or folder"}},
        {EACCES, {"没有权限", "permission denied"}},
        {EPERM, {"没有权限", "permission denied"}},
        {EISDIR, {"这是一个文件夹", "this is a folder"}},
        {ENOTDIR, {"路径中有一部分不是文件夹", "a part of the path is no folder"}},
        {ELOOP, {"符号链接绕成了圈", "symbolic links lead in a circle"}},
        {ENAMETOOLONG, {"文件名过长", "the name is too long"}},
        {EMFILE, {"打开的文件过多", "too many open files"}},
        {ENOSPC, {"磁盘已满", "the disk is full"}},
        {EROFS, {"文件系统是只读的", "the file system is read-only"}},
        {EIO, {"读写出错", "input or output failed"}},
        {EBUSY, {"文件正被占用", "the file is in use"}},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (known[i].error == error)
            return nb_text2_in(known[i].words, lang);
    }
    return strerror(error);
}
