#include "domain/AlertCsv.h"

#include <QStringDecoder>

#include <array>
#include <optional>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFile = 1 << 20;
constexpr qsizetype longestField = 4'096;
constexpr std::size_t mostRows = 2'500;
constexpr std::array columnNames{"plate"_L1, "jurisdiction"_L1, "reason"_L1, "expires"_L1};
constexpr std::size_t needed = 3;

std::unexpected<AlertCsvFault> fault(AlertCsvProblem problem, int line = 0, const QString& detail = {})
{
    return std::unexpected(AlertCsvFault{.problem = problem, .line = line, .detail = detail});
}

struct Record {
    int line = 0;
    QStringList fields;
};

/// Records one after the other; an empty line is none.
class Records {
public:
    explicit Records(const QString& text) : m_text(text) {}

    /// Nothing at the end of the text.
    std::expected<std::optional<Record>, AlertCsvFault> next()
    {
        while (m_at < m_text.size() && endsLine())
            skipLineEnd();
        if (m_at == m_text.size())
            return std::optional<Record>();
        Record record{.line = m_line, .fields = {}};
        for (;;) {
            QString field;
            const bool isQuoted = m_at < m_text.size() && m_text[m_at] == u'"';
            if (const auto read = isQuoted ? quoted(field) : bare(field); !read)
                return std::unexpected(read.error());
            record.fields.append(field);
            if (m_at == m_text.size())
                return record;
            if (endsLine()) {
                skipLineEnd();
                return record;
            }
            ++m_at; // the comma
        }
    }

private:
    [[nodiscard]] bool endsLine() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void skipLineEnd()
    {
        if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }
    std::expected<void, AlertCsvFault> bare(QString& field)
    {
        const qsizetype from = m_at;
        for (; m_at < m_text.size() && m_text[m_at] != u',' && !endsLine(); ++m_at) {
            if (m_text[m_at] == u'"')
                return fault(AlertCsvProblem::Quote, m_line);
        }
        field = m_text.sliced(from, m_at - from);
        return lengthOf(field);
    }
    std::expected<void, AlertCsvFault> quoted(QString& field)
    {
        const int begun = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                if (m_at + 1 == m_text.size() || m_text[m_at + 1] != u'"')
                    break;
                ++m_at;
            } else if (c == u'\n') {
                ++m_line;
            }
            field.append(c);
        }
        if (m_at == m_text.size())
            return fault(AlertCsvProblem::Quote, begun);
        ++m_at;
        if (m_at < m_text.size() && m_text[m_at] != u',' && !endsLine())
            return fault(AlertCsvProblem::Quote, m_line);
        return lengthOf(field);
    }
    [[nodiscard]] std::expected<void, AlertCsvFault> lengthOf(const QString& field) const
    {
        if (field.size() > longestField)
            return fault(AlertCsvProblem::FieldTooLong, m_line);
        return {};
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

/// For each of columnNames its place in a record, or -1.
std::expected<std::array<qsizetype, columnNames.size()>, AlertCsvFault> placesOf(const Record& header)
{
    std::array<qsizetype, columnNames.size()> places{-1, -1, -1, -1};
    for (qsizetype n = 0; n < header.fields.size(); ++n) {
        const QString name = header.fields[n].trimmed().toLower();
        std::size_t at = 0;
        while (at < columnNames.size() && name != columnNames[at])
            ++at;
        if (at == columnNames.size())
            return fault(AlertCsvProblem::UnknownColumn, header.line, header.fields[n].left(64));
        if (places[at] >= 0)
            return fault(AlertCsvProblem::DoubledColumn, header.line, name);
        places[at] = n;
    }
    for (std::size_t at = 0; at < needed; ++at) {
        if (places[at] < 0)
            return fault(AlertCsvProblem::MissingColumn, header.line, columnNames[at]);
    }
    return places;
}

} // namespace

std::expected<std::vector<AlertCsvRow>, AlertCsvFault> parseAlertCsv(QByteArrayView bytes)
{
    if (bytes.size() > longestFile)
        return fault(AlertCsvProblem::TooLarge);
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return fault(AlertCsvProblem::NotUtf8);

    Records records(text);
    const auto header = records.next();
    if (!header)
        return std::unexpected(header.error());
    if (!*header)
        return fault(AlertCsvProblem::NoRows);
    const auto places = placesOf(**header);
    if (!places)
        return std::unexpected(places.error());
    std::vector<AlertCsvRow> rows;
    for (;;) {
        const auto record = records.next();
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            break;
        if ((*record)->fields.size() != (*header)->fields.size())
            return fault(AlertCsvProblem::FieldCount, (*record)->line);
        if (rows.size() == mostRows)
            return fault(AlertCsvProblem::TooManyRows, (*record)->line);
        const auto field = [&](std::size_t column) { return (*places)[column] < 0 ? QString() : (*record)->fields[(*places)[column]]; };
        rows.push_back(
            {.line = (*record)->line, .plate = field(0), .jurisdiction = field(1), .reason = field(2), .expires = field(3).trimmed()});
    }
    if (rows.empty())
        return fault(AlertCsvProblem::NoRows);
    return rows;
}

AlertDraft draftOf(const AlertDraft& common, const AlertCsvRow& row)
{
    AlertDraft draft = common;
    draft.query.plate = row.plate;
    draft.query.jurisdiction = row.jurisdiction;
    draft.query.reasonText = row.reason;
    if (!row.expires.isEmpty())
        draft.expires = QDate::fromString(row.expires, Qt::ISODate);
    return draft;
}

} // namespace casebound
