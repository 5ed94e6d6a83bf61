// One casebound-picture under way: started, asked, ended.
#pragma once

#include "service/PictureDecoder.h"

#include <QString>

#include <chrono>
#include <memory>
#include <span>

#include <sys/types.h>

namespace casebound {

/// Used from one thread, which must outlive it: the child ends with the thread that started it. Blocks; not for the window's thread.
class PictureChild {
public:
    /// Returns when the child has closed itself off and said so. As soon as `stop` can be read, every wait ends; -1: never.
    [[nodiscard]] static std::expected<std::unique_ptr<PictureChild>, PictureFault> start(const QString& program,
                                                                                          std::chrono::milliseconds limit, int stop = -1);
    ~PictureChild(); ///< Ends it.
    PictureChild(const PictureChild&) = delete;
    PictureChild& operator=(const PictureChild&) = delete;

    /// After TookTooLong or Crashed the child is gone and this object is good for nothing more.
    [[nodiscard]] DecodedPicture decode(QByteArrayView bytes, std::chrono::milliseconds limit);
    [[nodiscard]] bool isUsable() const { return m_pid > 0; }

private:
    PictureChild() = default;
    [[nodiscard]] std::expected<void, PictureFault> open(const QString& program);
    /// 16 bytes, or why not.
    [[nodiscard]] std::expected<void, PictureFault> receive(std::span<std::uint8_t> record, std::chrono::milliseconds limit);
    PictureFault end(PictureFault otherwise);

    pid_t m_pid = -1;
    int m_socket = -1, m_memory = -1, m_stop = -1;
    std::uint8_t* m_shared = nullptr;
};

} // namespace casebound
