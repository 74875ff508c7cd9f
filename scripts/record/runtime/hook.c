/* Writes down one call of a hook: hook NAME LOG. Its state comes on stdin, as the runtime sends it. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *kinds[] = {"cgroup", "ipc", "mnt", "net", "pid", "user", "uts"};

static int link_of(const char *path, char *text, size_t size) {
  ssize_t length = readlink(path, text, size - 1);
  text[length > 0 ? length : 0] = 0;
  return length > 0;
}

int main(int count, char **words) {
  static char state[65536], line[131072];
  char text[PATH_MAX], path[64];
  struct timespec now;
  size_t length = fread(state, 1, sizeof state - 1, stdin);
  int end = 0, links = 0;
  if (count != 3) return 2;
  while (length && state[length - 1] == '\n') length--;
  state[length] = 0;
  clock_gettime(CLOCK_MONOTONIC, &now);
  end += sprintf(line + end, "{\"hook\":\"%s\",\"ns\":%lld", words[1],
                 now.tv_sec * 1000000000LL + now.tv_nsec);
  end += sprintf(line + end, ",\"pid\":%d,\"namespaces\":{", getpid());
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    sprintf(path, "/proc/self/ns/%s", kinds[i]);
    if (!link_of(path, text, sizeof text)) continue;
    // A kernel may lack a kind: gVisor's has no cgroup namespace.
    end += sprintf(line + end, "%s\"%s\":\"%s\"", links++ ? "," : "", kinds[i], text);
  }
  link_of("/proc/self/root", text, sizeof text);
  end += sprintf(line + end, "},\"root\":\"%s\"", text);
  end += sprintf(line + end, ",\"cwd\":\"%s\"", getcwd(text, sizeof text) ? text : "");
  end += sprintf(line + end, ",\"state\":%s}\n", length ? state : "null");
  int log = open(words[2], O_WRONLY | O_CREAT | O_APPEND, 0644);
  return log < 0 || write(log, line, end) != end;
}
