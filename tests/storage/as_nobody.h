#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace mitjul {

/// Runs `action` in a process without the rights of root, which nothing is read-only for, and returns what it returns
/// (0 to 255).
inline int as_nobody(const std::function<int()>& action) {
  constexpr unsigned kNobody = 65534;
  const pid_t pid = ::fork();
  if (pid == 0) {
    if (::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(255);
    int result = 254;
    try {
      result = action();
    } catch (...) {
      ::_exit(253);
    }
    ::_exit(result);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 252;
}

}  // namespace mitjul
