/* Stands before libc in a process under test (LD_PRELOAD): its clocks are moved by what a file
   says, and the start of the machine is named by another file. tests/faults/shifted_clock.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define BOOT "/proc/sys/kernel/random/boot_id"
#define SECOND 1000000000

typedef int opener(const char *, int, ...);

static int open_real(const char *name, const char *path, int flags, mode_t mode) {
    opener *real = (opener *)dlsym(RTLD_NEXT, name);
    const char *other = getenv("VIDDEVAKT_TEST_BOOT");
    return real(other && !strcmp(path, BOOT) ? other : path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_real("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_real("open64", path, flags, mode);
}

/* Nanoseconds by which the wall clock and the clock through suspend are moved, as they are now. */
static const volatile int64_t *moved(void) {
    static const volatile int64_t *at;
    if (!at) {
        int fd = open(getenv("VIDDEVAKT_TEST_CLOCK"), O_RDONLY);
        at = mmap(NULL, 2 * sizeof *at, PROT_READ, MAP_SHARED, fd, 0);
        close(fd);
    }
    return at;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real)
        real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(clock, now);
    if (failed || (clock != CLOCK_REALTIME && clock != CLOCK_BOOTTIME))
        return failed;
    int64_t by = moved()[clock == CLOCK_BOOTTIME];
    int64_t rest = now->tv_nsec + by % SECOND;
    now->tv_sec += by / SECOND + (rest >= SECOND) - (rest < 0);
    now->tv_nsec = (rest + SECOND) % SECOND;
    return 0;
}
