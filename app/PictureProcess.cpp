#include "app/PictureProcess.h"

#include "app/PictureChild.h"

#include <QCoreApplication>
#include <QDir>

#include <sys/eventfd.h>
#include <unistd.h>

namespace casebound {

PictureProcess::PictureProcess(Config config) : m_config(std::move(config))
{
    if (m_config.program.isEmpty())
        m_config.program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("casebound-picture"));
    m_stopFd = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] { work(); });
}

PictureProcess::~PictureProcess()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    (void)::eventfd_write(m_stopFd, 1);
    m_thread.join();
    ::close(m_stopFd);
}

QFuture<DecodedPicture> PictureProcess::decode(QByteArray bytes)
{
    Job job{.bytes = std::move(bytes), .promise = {}};
    job.promise.start();
    QFuture<DecodedPicture> future = job.promise.future();
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return future;
}

void PictureProcess::ensureChild(std::unique_ptr<PictureChild>& child)
{
    if (child && child->isUsable())
        return;
    child.reset();
    auto started = PictureChild::start(m_config.program, m_config.startLimit, m_stopFd);
    if (started)
        child = *std::move(started);
    else
        m_whyNone = started.error();
}

void PictureProcess::work()
{
    std::unique_ptr<PictureChild> child;
    ensureChild(child);
    while (true) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
        if (m_stop)
            break;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        ensureChild(child);
        job.promise.addResult(child ? child->decode(job.bytes, m_config.limit) : DecodedPicture(std::unexpected(m_whyNone)));
        job.promise.finish();
        // Broken by this picture: the next one finds a child that is ready.
        if (child)
            ensureChild(child);
    }
    for (Job& job : m_jobs) {
        job.promise.addResult(DecodedPicture(std::unexpected(PictureFault::NoHelper)));
        job.promise.finish();
    }
}

} // namespace casebound
