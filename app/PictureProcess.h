// The window's way to casebound-picture: one child, reused, on a thread of its own; a new one where the last one broke.
#pragma once

#include "service/PictureDecoder.h"

#include <QPromise>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace casebound {

class PictureChild;

class PictureProcess final : public PictureDecoder {
public:
    struct Config {
        QString program; ///< Empty: casebound-picture next to this executable.
        std::chrono::milliseconds startLimit{20'000};
        std::chrono::milliseconds limit{15'000}; ///< Of one picture, should its computing time (Sandbox.h) not end it before.
    };
    explicit PictureProcess(Config config); ///< Starts the child, so that the first picture does not wait for it.
    ~PictureProcess() override;             ///< Ends it at once; whatever waits is answered NoHelper.

    [[nodiscard]] QFuture<DecodedPicture> decode(QByteArray bytes) override;

private:
    struct Job {
        QByteArray bytes;
        QPromise<DecodedPicture> promise;
    };
    void work();
    void ensureChild(std::unique_ptr<PictureChild>& child);

    Config m_config;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stop = false;
    int m_stopFd = -1;                               ///< Readable once it is time to end: nobody waits for a picture then.
    PictureFault m_whyNone = PictureFault::NoHelper; ///< The worker's own.
    std::thread m_thread;
};

} // namespace casebound
