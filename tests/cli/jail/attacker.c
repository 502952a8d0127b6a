/* A program that tries to leave the sandbox, by every system call that it likes.
 *
 * `attacker WAY [ARGUMENT…]` goes one way. It prints what it reached, a line each, and "held" when that was nothing.
 * In C, since it stands for what a submission could do that found a way around the compiler: anything.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int reached_any = 0;

static void reached(const char *what) {
    printf("reached: %s\n", what);
    reached_any = 1;
}

/* For calls that must fail. */
#define MUST_FAIL(call) do { errno = 0; if ((long)(call) >= 0) reached(#call); } while (0)

/* Paths of the system that must not be there. */
static void read_paths(int count, char **paths) {
    for (int i = 0; i < count; i++)
        if (open(paths[i], O_RDONLY) >= 0 || open(paths[i], O_PATH) >= 0) reached(paths[i]);
    /* Through the root that was left behind. */
    MUST_FAIL(open("/../etc/hostname", O_RDONLY));
    MUST_FAIL(open("/proc/self/root/etc/hostname", O_RDONLY));
    MUST_FAIL(open("/proc/self/mem", O_RDWR));
    MUST_FAIL(open("/proc/self/maps", O_RDONLY));
    MUST_FAIL(open("/proc/self/fd/0", O_RDONLY));
    MUST_FAIL(open("/dev/urandom", O_RDONLY));
    MUST_FAIL(open("/dev/tty", O_RDWR));
}

/* A folder and a file in it that may be read. */
static void write_paths(const char *folder, const char *file) {
    char beside[4096];
    snprintf(beside, sizeof beside, "%s/new", folder);
    if (open(file, O_RDONLY) < 0) reached("nothing: the file that is shown cannot be read");
    MUST_FAIL(open(file, O_WRONLY));
    MUST_FAIL(open(file, O_RDWR | O_TRUNC));
    MUST_FAIL(truncate(file, 0));
    MUST_FAIL(open(beside, O_CREAT | O_WRONLY, 0600));
    MUST_FAIL(mkdir(beside, 0700));
    MUST_FAIL(unlink(file));
    MUST_FAIL(rename(file, beside));
    MUST_FAIL(chmod(file, 0777));
    MUST_FAIL(chmod("/", 0777));
    MUST_FAIL(open("/new", O_CREAT | O_WRONLY, 0600));
    MUST_FAIL(mkdir("/proc/new", 0700));
    MUST_FAIL(unlink("/proc/self/exe"));
}

static void change_mounts(const char *folder) {
    MUST_FAIL(mount(NULL, folder, NULL, MS_REMOUNT | MS_BIND, NULL));
    MUST_FAIL(mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND, NULL));
    MUST_FAIL(mount("proc", "/proc", "proc", 0, NULL));
    MUST_FAIL(mount("tmpfs", folder, "tmpfs", 0, NULL));
    MUST_FAIL(mount(folder, folder, NULL, MS_BIND, NULL));
    MUST_FAIL(umount2(folder, MNT_DETACH));
    MUST_FAIL(umount2("/", MNT_DETACH));
    MUST_FAIL(chroot("."));
    MUST_FAIL(syscall(SYS_pivot_root, ".", "."));
    MUST_FAIL(syscall(SYS_open_tree, AT_FDCWD, "/", 1));
    MUST_FAIL(syscall(SYS_fsopen, "tmpfs", 0));
    MUST_FAIL(syscall(SYS_mount_setattr, AT_FDCWD, folder, 0, NULL, 0));
    MUST_FAIL(syscall(SYS_open_by_handle_at, AT_FDCWD, NULL, 0));
    MUST_FAIL(mknod("disk", S_IFBLK | 0600, 0x800));
#ifdef __x86_64__
    /* The same call under its other number. */
    MUST_FAIL(syscall(0x40000000 | SYS_mount, "tmpfs", folder, "tmpfs", 0, NULL));
#endif
}

static int child(void *argument) { (void)argument; return 0; }

static void make_namespaces(void) {
    static char stack[65536];
    int kinds[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        MUST_FAIL(unshare(kinds[i]));
        MUST_FAIL(clone(child, stack + sizeof stack, kinds[i] | SIGCHLD, NULL));
    }
    unsigned long long arguments[11] = {CLONE_NEWUSER, 0, 0, 0, SIGCHLD};
    MUST_FAIL(syscall(SYS_clone3, arguments, sizeof arguments));
    if (errno != ENOSYS) reached("clone3 is there");
    MUST_FAIL(setns(0, 0));
}

static void count_rights(void) {
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {{0}};
    if (syscall(SYS_capget, &header, data) != 0) reached("nothing: capget");
    for (int i = 0; i < 2; i++)
        if (data[i].effective | data[i].permitted | data[i].inheritable) reached("a capability");
    for (int capability = 0; capability < 64; capability++)
        if (prctl(PR_CAPBSET_READ, capability, 0, 0, 0) == 1) reached("a capability of the bounding set");
    if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) reached("new privileges");
    if (getuid() == 0 || geteuid() == 0) reached("root");
    MUST_FAIL(setuid(0));
    MUST_FAIL(sethostname("x", 1));
    struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    MUST_FAIL(setrlimit(RLIMIT_NPROC, &all));
    MUST_FAIL(setrlimit(RLIMIT_DATA, &all));
    MUST_FAIL(setpriority(PRIO_PROCESS, 0, -5));
    int exotic[] = {SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_keyctl, SYS_kexec_load,
                    SYS_init_module, SYS_memfd_create, SYS_shmget};
    for (size_t i = 0; i < sizeof exotic / sizeof *exotic; i++)
        if (syscall(exotic[i], 0, 0, 0, 0, 0) >= 0 || errno != EPERM) reached("a call that nobody needs");
}

static void reach_others(void) {
    for (int pid = 2; pid < 70000; pid++) {
        if (pid == getpid() || kill(pid, 0) != 0) continue;
        /* Process 1 has two threads. */
        if (syscall(SYS_tgkill, 1, pid, 0) != 0) reached("another process");
        for (int signal = 1; signal < 65; signal++) syscall(SYS_tgkill, 1, pid, signal);
    }
    char byte;
    struct iovec mine = {&byte, 1}, theirs = {(void *)0x400000, 1};
    MUST_FAIL(ptrace(PTRACE_ATTACH, 1, NULL, NULL));
    MUST_FAIL(process_vm_readv(1, &mine, 1, &theirs, 1, 0));
    struct rlimit none = {0, 0};
    MUST_FAIL(prlimit(1, RLIMIT_NOFILE, &none, NULL));
    for (int signal = 1; signal < 65; signal++) kill(1, signal);
    signal(SIGTERM, SIG_IGN);
    kill(0, SIGTERM);
    kill(-1, SIGKILL);
}

static int connects(int family, const struct sockaddr *address, socklen_t length) {
    int s = socket(family, SOCK_STREAM, 0);
    return s >= 0 && connect(s, address, length) == 0;
}

/* Ports of the system, and the name of a socket without a file. */
static void reach_network(const char *port, const char *name) {
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(atoi(port))};
    inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
    if (connects(AF_INET, (void *)&there, sizeof there)) reached("a port of the system");
    inet_pton(AF_INET, "1.1.1.1", &there.sin_addr);
    if (connects(AF_INET, (void *)&there, sizeof there)) reached("the internet");
    struct sockaddr_un hidden = {.sun_family = AF_UNIX};
    strcpy(hidden.sun_path + 1, name);
    if (connects(AF_UNIX, (void *)&hidden, offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name)))
        reached("a socket of the system");
    MUST_FAIL(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
    MUST_FAIL(socket(AF_PACKET, SOCK_RAW, 0));
}

/* What lessons need must work all the same. */
static void use_loopback(void) {
    struct sockaddr_in here = {.sin_family = AF_INET};
    socklen_t length = sizeof here;
    inet_pton(AF_INET, "127.0.0.1", &here.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(s, (void *)&here, sizeof here) || listen(s, 1) || getsockname(s, (void *)&here, &length)
        || !connects(AF_INET, (void *)&here, sizeof here))
        reached("nothing: no connection over the loopback");
}

static void use_null(void) {
    char byte = 0;
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || write(null, &byte, 1) != 1 || read(null, &byte, 1) != 0) reached("nothing: /dev/null");
}

static void count_descriptors(void) {
    for (int descriptor = 3; descriptor < 4096; descriptor++)
        if (fcntl(descriptor, F_GETFD) >= 0) reached("an open file");
}

static void fork_bomb(void) {
    for (;;) fork();
}

static void leave_daemon(void) {
    if (fork() == 0) {
        setsid();
        if (fork() == 0) for (;;) pause();
        _exit(0);
    }
    wait(NULL);
}

static void *idle(void *argument) { for (;;) pause(); return argument; }

static void make_threads(int count) {
    int made = 0;
    pthread_t thread;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    while (made < count && pthread_create(&thread, &small, idle, NULL) == 0) made++;
    printf("threads: %d\n", made);
}

static void only_threads(void) {
    MUST_FAIL(fork());
    MUST_FAIL(vfork());
    MUST_FAIL(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    pthread_t thread;
    if (pthread_create(&thread, NULL, idle, NULL)) reached("nothing: no thread can be made");
}

static void eat_memory(void) {
    MUST_FAIL(mmap(NULL, 1 << 20, PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0);
    long megabytes = 0;
    char *block;
    while ((block = malloc(1 << 20))) { memset(block, 1, 1 << 20); megabytes++; }
    printf("megabytes: %ld\n", megabytes);
}

static void fill_disk(void) {
    static char block[1 << 16];
    char name[32];
    long kilobytes = 0, files = 0;
    for (;;) {
        snprintf(name, sizeof name, "file%ld", files);
        int file = open(name, O_CREAT | O_WRONLY, 0600);
        if (file < 0 || write(file, block, sizeof block) != sizeof block) break;
        files++, kilobytes += sizeof block / 1024;
        close(file);
    }
    printf("kilobytes: %ld\n", kilobytes);
    for (files = 0; snprintf(name, sizeof name, "empty%ld", files), mkdir(name, 0700) == 0; files++) {}
    printf("folders: %ld\n", files);
}

int main(int count, char **arguments) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *way = arguments[1];
    if (!strcmp(way, "read")) read_paths(count - 2, arguments + 2);
    else if (!strcmp(way, "write")) write_paths(arguments[2], arguments[3]);
    else if (!strcmp(way, "mounts")) change_mounts(arguments[2]);
    else if (!strcmp(way, "namespaces")) make_namespaces();
    else if (!strcmp(way, "rights")) count_rights();
    else if (!strcmp(way, "others")) reach_others();
    else if (!strcmp(way, "network")) reach_network(arguments[2], arguments[3]);
    else if (!strcmp(way, "loopback")) use_loopback();
    else if (!strcmp(way, "null")) use_null();
    else if (!strcmp(way, "descriptors")) count_descriptors();
    else if (!strcmp(way, "bomb")) fork_bomb();
    else if (!strcmp(way, "daemon")) leave_daemon();
    else if (!strcmp(way, "threads")) make_threads(10000);
    else if (!strcmp(way, "only-threads")) only_threads();
    else if (!strcmp(way, "memory")) eat_memory();
    else if (!strcmp(way, "disk")) fill_disk();
    else if (!strcmp(way, "output")) for (;;) puts("and on and on and on");
    else if (!strcmp(way, "spin")) for (;;) {}
    else if (!strcmp(way, "wait")) { puts("waiting"); for (;;) pause(); }
    else if (!strcmp(way, "die")) { signal(atoi(arguments[2]), SIG_DFL); raise(atoi(arguments[2])); }
    else if (!strcmp(way, "exit")) _exit(atoi(arguments[2]));
    else if (!strcmp(way, "long-file")) { int f = open("long", O_CREAT | O_WRONLY, 0600); ftruncate(f, 1L << 40); puts("no limit"); }
    else if (!strcmp(way, "link")) { symlink("/proc/self/exe", arguments[2]); }
    else if (!strcmp(way, "fifo")) { mkfifo(arguments[2], 0600); }
    else if (!strcmp(way, "say")) { int f = open(arguments[2], O_CREAT | O_WRONLY, 0600); dprintf(f, "%s", arguments[3]);
                                    if (count > 4) for (;;) pause(); }
    else if (!strcmp(way, "environment")) { extern char **environ; for (char **e = environ; *e; e++) puts(*e);
                                            char self[4096] = {0}; readlink("/proc/self/exe", self, sizeof self - 1); puts(self); }
    else { puts("there is no such way"); return 2; }
    if (!reached_any) puts("held");
    return 0;
}
