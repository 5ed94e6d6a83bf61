#include "domain/ReadSet.h"

#include "domain/Text.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace casebound {

namespace {

constexpr std::size_t MaxText = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t MaxLengthBytes = 5;

} // namespace

std::string_view ReadSet::text(TextSpan span) const
{
    if (span.at == 0)
        return {};
    std::size_t at = span.at, length = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(m_text[at++]);
        length |= std::size_t{byte & 0x7FU} << shift;
        if (byte < 0x80)
            break;
    }
    return std::string_view(m_text).substr(at, length);
}

QString ReadSet::string(TextSpan span) const
{
    return textFromUtf8(text(span));
}

const ImageRow* ReadSet::image(const ReadRow& row, ImageKind kind) const
{
    for (std::size_t n = 0; n < row.imageCount; ++n) {
        if (const ImageRow& candidate = image(row, n); candidate.kind == kind) {
            return &candidate;
        }
    }
    return nullptr;
}

TextSpan ReadSet::addText(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    if (m_text.empty()) {
        m_text.push_back('\0');
    }
    if (text.size() > MaxText || m_text.size() + text.size() + MaxLengthBytes > MaxText) {
        throw std::length_error("ReadSet: more than 4 GiB of text");
    }
    const TextSpan span{.at = static_cast<std::uint32_t>(m_text.size())};
    std::size_t length = text.size();
    for (; length >= 0x80; length >>= 7) {
        m_text.push_back(static_cast<char>(0x80 | (length & 0x7F)));
    }
    m_text.push_back(static_cast<char>(length));
    m_text.append(text);
    return span;
}

void ReadSet::reserve(std::size_t rows, std::size_t textBytes)
{
    m_rows.reserve(rows);
    m_text.reserve(textBytes);
}

void ReadSet::reserveLikewise(std::size_t rows)
{
    if (m_rows.empty() || rows <= m_rows.size()) {
        return;
    }
    const auto scaled = [this, rows](std::size_t now) { return std::max(now, now * rows / m_rows.size()); };
    const std::size_t text = scaled(m_text.size()), images = scaled(m_images.size()), candidates = scaled(m_candidates.size());
    m_text.reserve(text + text / 32); // pages differ a little
    m_images.reserve(images);
    m_candidates.reserve(candidates);
    m_rows.reserve(rows);
}

void ReadSet::append(ReadSet&& page)
{
    if (m_rows.empty() && m_text.empty() && m_images.empty() && m_candidates.empty()) {
        *this = std::move(page);
        page.clear();
        return;
    }
    if (page.m_text.size() > MaxText - m_text.size()) {
        throw std::length_error("ReadSet: more than 4 GiB of text");
    }
    const auto textShift = static_cast<std::uint32_t>(m_text.size());
    const auto imageShift = static_cast<std::uint32_t>(m_images.size());
    const auto candidateShift = static_cast<std::uint32_t>(m_candidates.size());
    const auto shift = [textShift](TextSpan& span) {
        if (span.at != 0) { // an absent text stays absent
            span.at += textShift;
        }
    };

    m_text.append(page.m_text);
    for (ReadRow& row : page.m_rows) {
        for (TextSpan ReadRow::* const member :
             {&ReadRow::readId, &ReadRow::plate, &ReadRow::jurisdiction, &ReadRow::address, &ReadRow::cameraId, &ReadRow::contributor,
              &ReadRow::make, &ReadRow::model, &ReadRow::color, &ReadRow::body}) {
            shift(row.*member);
        }
        row.firstImage += imageShift;
        row.firstCandidate += candidateShift;
    }
    for (ImageRow& image : page.m_images) {
        shift(image.path);
    }
    for (CandidateRow& candidate : page.m_candidates) {
        shift(candidate.plate);
    }
    m_rows.insert(m_rows.end(), page.m_rows.begin(), page.m_rows.end());
    m_images.insert(m_images.end(), page.m_images.begin(), page.m_images.end());
    m_candidates.insert(m_candidates.end(), page.m_candidates.begin(), page.m_candidates.end());
    page.clear();
}

void ReadSet::clear()
{
    ReadSet empty; // swapped, for assigning an empty string would keep the buffer and the text in it
    m_text.swap(empty.m_text);
    m_rows.swap(empty.m_rows);
    m_images.swap(empty.m_images);
    m_candidates.swap(empty.m_candidates);
}

std::size_t ReadSet::bytesHeld() const
{
    return m_text.capacity() + m_rows.capacity() * sizeof(ReadRow) + m_images.capacity() * sizeof(ImageRow) +
           m_candidates.capacity() * sizeof(CandidateRow);
}

} // namespace casebound
