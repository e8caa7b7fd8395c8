/* Writes down, in their order, every write, truncation, sync, rename and removal of files under one folder.
   Loaded before the C library (LD_PRELOAD); RECORD_UNDER names the folder, RECORD_INTO the history. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int history = -1;
static const char *under, *into;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int wanted(const char *path) {
    if (under == NULL && (under = getenv("RECORD_UNDER")) == NULL) under = "";
    return *under && strncmp(path, under, strlen(under)) == 0;
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return wanted(path);
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    pthread_mutex_lock(&lock);
    if (history < 0) {
        into = getenv("RECORD_INTO");
        history = open(into, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    uint32_t size = strlen(path);
    struct iovec parts[6] = {{&kind, 1}, {&size, 4}, {&offset, 8}, {&length, 8}, {(void *)path, size}, {(void *)data, length}};
    if (REAL(writev)(history, parts, 6) < 0) abort();
    pthread_mutex_unlock(&lock);
}

ssize_t write(int fd, const void *data, size_t n) {
    char path[PATH_MAX];
    ssize_t done = REAL(write)(fd, data, n);
    if (done > 0 && fd > 2 && path_of(fd, path)) record('W', path, lseek(fd, 0, SEEK_CUR) - done, data, done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t n, off_t at) {
    char path[PATH_MAX];
    ssize_t done = REAL(pwrite)(fd, data, n, at);
    if (done > 0 && path_of(fd, path)) record('W', path, at, data, done);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) {
    char path[PATH_MAX];
    ssize_t done = REAL(pwrite64)(fd, data, n, at);
    if (done > 0 && path_of(fd, path)) record('W', path, at, data, done);
    return done;
}

int ftruncate(int fd, off_t size) {
    char path[PATH_MAX];
    int done = REAL(ftruncate)(fd, size);
    if (done == 0 && path_of(fd, path)) record('T', path, size, "", 0);
    return done;
}

int ftruncate64(int fd, off64_t size) {
    char path[PATH_MAX];
    int done = REAL(ftruncate64)(fd, size);
    if (done == 0 && path_of(fd, path)) record('T', path, size, "", 0);
    return done;
}

int fsync(int fd) {
    char path[PATH_MAX];
    int done = REAL(fsync)(fd);
    if (done == 0 && path_of(fd, path)) record('S', path, 0, "", 0);
    return done;
}

int fdatasync(int fd) {
    char path[PATH_MAX];
    int done = REAL(fdatasync)(fd);
    if (done == 0 && path_of(fd, path)) record('S', path, 0, "", 0);
    return done;
}

int rename(const char *from, const char *to) {
    int done = REAL(rename)(from, to);
    if (done == 0 && wanted(to)) record('R', from, 0, to, strlen(to));
    return done;
}

int unlink(const char *path) {
    int done = REAL(unlink)(path);
    if (done == 0 && wanted(path)) record('U', path, 0, "", 0);
    return done;
}
