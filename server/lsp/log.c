#include "lsp/log.h"

#include <stdarg.h>
#include <string.h>
#include <time.h>

static const char *const names[NB_LOG_LEVELS] = {"error", "warn", "info", "debug"};

bool nb_log_level_of(const char *name, nb_log_level *level)
{
    for (int i = 0; i < NB_LOG_LEVELS; i++) {
        if (strcmp(name, names[i]) == 0) {
            *level = (nb_log_level)i;
            return true;
        }
    }
    return false;
}

void nb_log_line(nb_log *log, nb_log_level level, const char *format, ...)
{
    if (!log->file || level > log->level || log->lines > NB_LOG_LINES_MAX)
        return;
    if (log->lines++ == NB_LOG_LINES_MAX) {
        fputs("nianbao: the log ends here, too many lines\n", log->file);
        fflush(log->file);
        return;
    }
    char stamp[32] = "";
    time_t now = time(NULL);
    struct tm utc;
    if (gmtime_r(&now, &utc))
        (void)strftime(stamp, sizeof stamp, "%H:%M:%S", &utc);
    fprintf(log->file, "nianbao %s %s: ", stamp, names[level]);
    va_list args;
    va_start(args, format);
    (void)vfprintf(log->file, format, args);
    va_end(args);
    fputc('\n', log->file);
    fflush(log->file);
}
