#pragma once

namespace mitjul {

/// While it lives, Ctrl+C cancels what is under way instead of ending the program in the middle of it.
class Interruptible {
 public:
  Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  ~Interruptible();

  /// A `Progress`.
  static bool go_on(double done);

 private:
  void (*previous_)(int);
};

}  // namespace mitjul
