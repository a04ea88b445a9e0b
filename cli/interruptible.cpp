#include "cli/interruptible.h"

#include <csignal>

namespace mitjul {
namespace {

volatile std::sig_atomic_t interrupted = 0;

}  // namespace

Interruptible::Interruptible() : previous_(std::signal(SIGINT, [](int) { interrupted = 1; })) {}
Interruptible::~Interruptible() { std::signal(SIGINT, previous_); }

bool Interruptible::go_on(double /*done*/) { return interrupted == 0; }

}  // namespace mitjul
