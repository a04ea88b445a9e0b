#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <vector>

namespace mitjul {

inline double cpu_milliseconds(clockid_t of = CLOCK_PROCESS_CPUTIME_ID) {
  timespec time{};
  clock_gettime(of, &time);
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// CPU time of the whole process, in milliseconds.
inline double measured(const std::function<void()>& work) {
  const double before = cpu_milliseconds();
  work();
  return cpu_milliseconds() - before;
}

/// What work takes, in milliseconds: by the clock, of the thread that does it, and of the whole process.
struct Cost {
  double wall = 0;
  double thread = 0;
  double process = 0;
};

inline Cost cost_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double thread = cpu_milliseconds(CLOCK_THREAD_CPUTIME_ID);
  const double process = measured(work);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  return {wall.count(), cpu_milliseconds(CLOCK_THREAD_CPUTIME_ID) - thread, process};
}

inline double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  double size = 0;
  double resident = 0;
  file >> size >> resident;
  return resident * 4096 / 1e6;
}

inline void report(const char* what, std::vector<double> milliseconds, const char* target) {
  std::sort(milliseconds.begin(), milliseconds.end());
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
  };
  std::printf("%-52s n %4zu   median %7.2f   p95 %7.2f   max %7.2f ms   target %s\n", what, milliseconds.size(),
              at(0.5), at(0.95), milliseconds.back(), target);
  std::fflush(stdout);
}

inline void report_costs(const char* what, const std::vector<Cost>& costs, const char* target) {
  std::printf("%s\n", what);
  const auto line = [&](const char* name, double Cost::*of, const char* of_target) {
    std::vector<double> milliseconds;
    for (const Cost& cost : costs) milliseconds.push_back(cost.*of);
    report(name, std::move(milliseconds), of_target);
  };
  line("  by the clock", &Cost::wall, target);
  line("  CPU time of the window's thread", &Cost::thread, "-");
  line("  CPU time of the process", &Cost::process, "-");
}

}  // namespace mitjul
