#include "ledger/EntryScan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <span>
#include <string_view>

namespace casebound {
namespace {

constexpr qsizetype mostPublicBytes = 65'535;
constexpr qsizetype mostPrivateBytes = 16 << 20;
constexpr std::int64_t mostInteger = (std::int64_t{1} << 53) - 1;

enum class Form : std::uint8_t { Text, Digest, Time, Number, Object, TextList };

struct Member {
    std::string_view name;
    Form form = Form::Text;
    bool required = false;
    std::int64_t least = 0, most = mostInteger; // numbers
    std::span<const Member> members{};          // objects
};

// Sorted by name, as canonical JSON is, so that one pass reads an object. Laid out by hand: two tables beside their indices.
// clang-format off
constexpr Member countsMembers[] = {
    {.name = "discarded", .form = Form::Number, .required = true}, {.name = "kept", .form = Form::Number, .required = true},
    {.name = "near", .form = Form::Number, .required = true}, {.name = "returned", .form = Form::Number, .required = true}};
constexpr Member limitMembers[] = {{.name = "source"}, {.name = "years", .form = Form::Number, .required = true, .most = 1000}};
constexpr Member profileMembers[] = {{.name = "serial", .form = Form::Number, .required = true},
                                     {.name = "sha256", .form = Form::Digest, .required = true}};
constexpr Member actorMembers[] = {{.name = "certificate_sha256", .form = Form::Digest}, {.name = "user_id"}};

enum PublicIndex : std::size_t {
    Actor, Announced, AppVersion, ApprovalId, At, Boot, Commitment, Counts, Event, Limit, MatterKind, Offence, Outcome, Profile, Purpose, QueryIdText,
    ReasonCodeText, RoleName, Sealed, Seq, SessionId, Version, VerdictWord, Workstation, PublicCount
};
constexpr std::array<Member, PublicCount> publicMembers{{
    {.name = "actor", .form = Form::Digest}, {.name = "announcement"}, {.name = "app_version"}, {.name = "approval_id"},
    {.name = "at", .form = Form::Time, .required = true}, {.name = "boot", .form = Form::Number, .required = true, .least = 1},
    {.name = "commitment", .form = Form::Digest, .required = true}, {.name = "counts", .form = Form::Object, .members = countsMembers},
    {.name = "event", .required = true}, {.name = "limit", .form = Form::Object, .members = limitMembers}, {.name = "matter"},
    {.name = "offence"}, {.name = "outcome"}, {.name = "profile", .form = Form::Object, .members = profileMembers}, {.name = "purpose"},
    {.name = "query_id"}, {.name = "reason_code"}, {.name = "role"}, {.name = "sealed_sha256", .form = Form::Digest},
    {.name = "seq", .form = Form::Number, .required = true}, {.name = "session"},
    {.name = "v", .form = Form::Number, .required = true, .least = 1, .most = 1}, {.name = "verdict"},
    {.name = "workstation", .required = true},
}};
enum PrivateIndex : std::size_t {
    PersonAndKey, CaseText, From, Image, JurisdictionText, Note, OnBehalfOf, PlateText, ReadIds, ReasonText, Results, Salt, To, PrivateCount
};
constexpr std::array<Member, PrivateCount> privateMembers{{
    {.name = "actor", .form = Form::Object, .members = actorMembers}, {.name = "case_number"}, {.name = "from", .form = Form::Time},
    {.name = "image_sha256", .form = Form::Digest}, {.name = "jurisdiction"}, {.name = "note"}, {.name = "on_behalf_of"}, {.name = "plate"},
    {.name = "read_ids", .form = Form::TextList}, {.name = "reason_text"}, {.name = "results_sha256", .form = Form::Digest},
    {.name = "salt", .form = Form::Digest, .required = true}, {.name = "to", .form = Form::Time},
}};
// clang-format on
static_assert(std::ranges::is_sorted(publicMembers, {}, &Member::name) && std::ranges::is_sorted(privateMembers, {}, &Member::name));

/// One value as found; absent until seen.
struct Slot {
    bool seen = false;
    std::int64_t number = 0;
    QByteArrayView text;
};

class Scan {
public:
    explicit Scan(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

    bool object(std::span<const Member> members, std::span<Slot> slots)
    {
        if (!take('{'))
            return fail(ScanProblem::BadMember);
        std::size_t next = 0;
        std::string_view before;
        for (bool first = true; !take('}'); first = false) {
            if (!first && !take(','))
                return fail(ScanProblem::NotCanonical);
            QByteArrayView spelled;
            if (!text(spelled) || !take(':'))
                return fail(ScanProblem::NotCanonical);
            const std::string_view name(spelled.data(), static_cast<std::size_t>(spelled.size()));
            // Names of the format are plain ASCII, so byte order is the order RFC 8785 asks for.
            if (!first && name <= before)
                return fail(ScanProblem::NotCanonical);
            before = name;
            for (; next < members.size() && members[next].name < name; ++next) {
                if (members[next].required)
                    return fail(ScanProblem::MissingMember);
            }
            if (next == members.size() || members[next].name != name)
                return fail(ScanProblem::UnknownMember);
            if (!value(members[next], slots[next]))
                return false;
            ++next;
        }
        for (; next < members.size(); ++next) {
            if (members[next].required)
                return fail(ScanProblem::MissingMember);
        }
        return true;
    }

    bool atEnd() { return m_at == m_end || fail(ScanProblem::NotCanonical); }
    [[nodiscard]] ScanProblem problem() const { return m_problem; }
    [[nodiscard]] QByteArrayView userId() const { return m_userId; }

private:
    bool fail(ScanProblem problem)
    {
        m_problem = problem;
        return false;
    }
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool value(const Member& member, Slot& slot)
    {
        slot.seen = true;
        switch (member.form) {
        case Form::Object: {
            std::array<Slot, 4> inner;
            if (!object(member.members, std::span(inner).first(member.members.size())))
                return false;
            if (std::ranges::none_of(inner, &Slot::seen)) // what does not apply is left out
                return fail(ScanProblem::BadMember);
            if (member.members.data() == actorMembers)
                m_userId = inner[1].text;
            return true;
        }
        case Form::Number:
            return number(slot.number) && ((slot.number >= member.least && slot.number <= member.most) || fail(ScanProblem::BadMember));
        case Form::TextList: return textList();
        case Form::Text: return (text(slot.text) || fail(textProblem())) && (!slot.text.isEmpty() || fail(ScanProblem::BadMember));
        case Form::Digest:
            return (text(slot.text) || fail(textProblem())) &&
                   ((slot.text.size() == 64 && std::ranges::all_of(slot.text, isHex)) || fail(ScanProblem::BadMember));
        case Form::Time: {
            std::optional<Instant> read;
            if (!text(slot.text))
                return fail(textProblem());
            read = time(slot.text);
            if (!read)
                return fail(ScanProblem::BadMember);
            slot.number = read->time_since_epoch().count();
            return true;
        }
        }
        return false;
    }

    /// A text was wanted: anything that is not one is of the wrong type, a text that does not end is not JSON.
    [[nodiscard]] ScanProblem textProblem() const { return m_inText ? ScanProblem::NotCanonical : ScanProblem::BadMember; }

    bool textList()
    {
        if (!take('[') || m_at == m_end || *m_at == ']')
            return fail(ScanProblem::BadMember);
        do {
            QByteArrayView item;
            if (!text(item))
                return fail(textProblem());
        } while (take(','));
        return take(']') || fail(ScanProblem::NotCanonical);
    }

    bool number(std::int64_t& into)
    {
        const bool negative = take('-');
        const char* first = m_at;
        std::int64_t read = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            read = read * 10 + (*m_at - '0');
            if (read > mostInteger)
                return fail(ScanProblem::BadMember);
        }
        if (m_at == first)
            return fail(ScanProblem::BadMember);
        if (*first == '0' && (m_at - first > 1 || negative))
            return fail(ScanProblem::NotCanonical);
        into = negative ? -read : read;
        return true;
    }

    /// The text between the quotes, as spelled. Only the spelling RFC 8785 chooses; well-formed UTF-8.
    bool text(QByteArrayView& into)
    {
        m_inText = false;
        if (!take('"'))
            return false;
        m_inText = true;
        const char* first = m_at;
        while (m_at != m_end) {
            const auto c = static_cast<unsigned char>(*m_at);
            if (c == '"') {
                into = QByteArrayView(first, m_at - first);
                ++m_at;
                return true;
            }
            if (c < 0x20)
                return false;
            if (c == '\\' ? !escape() : c < 0x80 ? (++m_at, false) : !multibyte(c))
                return false;
        }
        return false;
    }

    bool escape()
    {
        const auto left = m_end - m_at;
        if (left < 2)
            return false;
        if (std::string_view("\"\\bfnrt").find(m_at[1]) != std::string_view::npos) {
            m_at += 2;
            return true;
        }
        if (left < 6 || m_at[1] != 'u' || m_at[2] != '0' || m_at[3] != '0' || (m_at[4] != '0' && m_at[4] != '1') || !isHex(m_at[5]))
            return false;
        const int code = (m_at[4] - '0') * 16 + (m_at[5] <= '9' ? m_at[5] - '0' : m_at[5] - 'a' + 10);
        m_at += 6;
        return code != '\b' && code != '\t' && code != '\n' && code != '\f' && code != '\r';
    }

    bool multibyte(unsigned char lead)
    {
        const int extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || m_end - m_at <= extra)
            return false;
        std::uint32_t code = lead & (0x3fU >> extra);
        for (int i = 1; i <= extra; ++i) {
            const auto c = static_cast<unsigned char>(m_at[i]);
            if ((c & 0xc0) != 0x80)
                return false;
            code = code << 6 | (c & 0x3f);
        }
        m_at += extra + 1;
        constexpr std::uint32_t least[] = {0, 0x80, 0x800, 0x10000};
        return code >= least[extra] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    }

    static bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

    static std::optional<Instant> time(QByteArrayView text)
    {
        static constexpr std::string_view form = "0000-00-00T00:00:00.000000Z";
        if (text.size() != qsizetype(form.size()))
            return std::nullopt;
        for (std::size_t i = 0; i < form.size(); ++i) {
            const char c = text[qsizetype(i)];
            if (form[i] == '0' ? c < '0' || c > '9' : c != form[i])
                return std::nullopt;
        }
        const auto field = [&](qsizetype at, int size) {
            int read = 0;
            for (const char c : text.sliced(at, size))
                read = read * 10 + (c - '0');
            return read;
        };
        const std::chrono::year_month_day day{std::chrono::year(field(0, 4)), std::chrono::month(static_cast<unsigned>(field(5, 2))),
                                              std::chrono::day(static_cast<unsigned>(field(8, 2)))};
        const int hour = field(11, 2), minute = field(14, 2), second = field(17, 2);
        if (!day.ok() || hour > 23 || minute > 59 || second > 59)
            return std::nullopt;
        return std::chrono::sys_days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
               std::chrono::microseconds(field(20, 6));
    }

    const char* m_at;
    const char* m_end;
    QByteArrayView m_userId;
    bool m_inText = false;
    ScanProblem m_problem = ScanProblem::NotCanonical;
};

Hash hashOf(QByteArrayView hex)
{
    const auto digit = [](char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
    Hash hash{};
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(digit(hex[qsizetype(2 * i)]) << 4 | digit(hex[qsizetype(2 * i + 1)]));
    return hash;
}

bool oneOf(const Slot& slot, std::initializer_list<QByteArrayView> words)
{
    return !slot.seen || std::ranges::find(words, slot.text) != words.end();
}

} // namespace

std::expected<ScannedEntry, ScanProblem> scanPublicPart(QByteArrayView bytes)
{
    if (bytes.size() > mostPublicBytes)
        return std::unexpected(ScanProblem::TooLarge);
    Scan scan(bytes);
    std::array<Slot, PublicCount> found;
    if (!scan.object(publicMembers, found) || !scan.atEnd())
        return std::unexpected(scan.problem());
    const auto event = auditEventFromName(found[Event].text);
    if (!event)
        return std::unexpected(ScanProblem::UnknownEvent);
    if (!oneOf(found[RoleName], {"agent", "supervisor"}) || !oneOf(found[MatterKind], {"criminal", "administrative"}) ||
        found[Announced].seen != (*event == AuditEvent::KeyReplaced))
        return std::unexpected(ScanProblem::BadMember);
    return ScannedEntry{
        .sequence = static_cast<std::uint64_t>(found[Seq].number),
        .boot = static_cast<std::uint64_t>(found[Boot].number),
        .at = Instant(std::chrono::microseconds(found[At].number)),
        .event = *event,
        .eventName = found[Event].text,
        .queryId = found[QueryIdText].text,
        .session = found[SessionId].text,
        .workstation = found[Workstation].text,
        .outcome = found[Outcome].text,
        .reasonCode = found[ReasonCodeText].text,
        .announcement = found[Announced].text,
        .sealed = found[Sealed].seen ? std::optional(hashOf(found[Sealed].text)) : std::nullopt,
        .commitment = hashOf(found[Commitment].text),
    };
}

std::expected<ScannedPrivate, ScanProblem> scanPrivatePart(QByteArrayView bytes)
{
    if (bytes.size() > mostPrivateBytes)
        return std::unexpected(ScanProblem::TooLarge);
    Scan scan(bytes);
    std::array<Slot, PrivateCount> found;
    if (!scan.object(privateMembers, found) || !scan.atEnd())
        return std::unexpected(scan.problem());
    return ScannedPrivate{.userId = scan.userId(),
                          .onBehalfOf = found[OnBehalfOf].text,
                          .plate = found[PlateText].text,
                          .caseNumber = found[CaseText].text,
                          .results = found[Results].seen ? std::optional(hashOf(found[Results].text)) : std::nullopt};
}

namespace {

/// The next byte that is meant; `at` stands after its spelling.
char meantAt(QByteArrayView spelled, qsizetype& at)
{
    static constexpr std::string_view letters = "\"\\bfnrt", meant = "\"\\\b\f\n\r\t";
    const char c = spelled[at++];
    if (c != '\\')
        return c;
    if (const auto letter = letters.find(spelled[at++]); letter != std::string_view::npos)
        return meant[letter];
    const char last = spelled[at + 3];
    const char code = static_cast<char>((spelled[at + 2] - '0') * 16 + (last <= '9' ? last - '0' : last - 'a' + 10));
    at += 4;
    return code;
}

} // namespace

bool saysTheSame(QByteArrayView spelled, QByteArrayView plain)
{
    qsizetype at = 0;
    for (const char c : plain) {
        if (at >= spelled.size() || meantAt(spelled, at) != c)
            return false;
    }
    return at == spelled.size();
}

QByteArray plainText(QByteArrayView spelled)
{
    QByteArray plain;
    for (qsizetype at = 0; at < spelled.size();)
        plain += meantAt(spelled, at);
    return plain;
}

} // namespace casebound
