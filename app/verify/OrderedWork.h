// Reading, examining and judging a log at the same time: batches are read one after another, examined on every core, and judged in order.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace casebound {

/// read(Batch&) → false at the end; examine(Batch&) on any thread; consume(Batch&) in the order of reading, one at a time, → false to stop.
/// At most `threads` batches live at once. Returns when all is consumed.
template <class Batch, class Read, class Examine, class Consume>
void orderedWork(unsigned threads, Read read, Examine examine, Consume consume)
{
    std::mutex reading, consuming;
    std::condition_variable turn;
    std::uint64_t nextRead = 0, nextConsumed = 0;
    bool stopped = false; // guarded by `consuming`
    bool ended = false;   // guarded by `reading`

    const auto work = [&] {
        for (;;) {
            Batch batch;
            std::uint64_t ticket = 0;
            {
                const std::lock_guard lock(reading);
                if (ended)
                    return;
                ended = !read(batch);
                if (ended)
                    return;
                ticket = nextRead++;
            }
            examine(batch);
            std::unique_lock lock(consuming);
            turn.wait(lock, [&] { return nextConsumed == ticket || stopped; });
            if (stopped || !consume(batch)) {
                stopped = true;
                turn.notify_all();
                return;
            }
            ++nextConsumed;
            turn.notify_all();
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i)
        others.emplace_back(work);
    work();
}

} // namespace casebound
