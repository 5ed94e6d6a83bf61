// A stack that is overwritten after use.
#pragma once

#include <functional>

namespace casebound {

/// Runs `work` on a thread of its own and waits for it; then the thread's whole stack, its saved registers included, is overwritten and
/// given back. For what leaves a secret in local variables that nobody here can name: OpenSSL's decoders read a private number into a
/// buffer on the stack, and a worker's stack lies about as long as the worker. Where no thread can be had, `work` runs where it is called.
void runOnWipedStack(const std::function<void()>& work);

} // namespace casebound
