// What a person chose for the look of this desk: the one table of it.
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QVariant>

namespace casebound {

/// One line of the table: its name in the file, and what counts until somebody chooses.
template <class T>
struct Setting {
    QLatin1StringView key;
    T standard;
};

/// Kept in plain text in the person's own configuration folder (casebound/casebound.conf), read before anyone has signed in. So nothing may
/// stand here that says anything of a case, a plate, a query or who worked: such things belong into the encrypted case database.
/// A file that cannot be read or written is as if nothing had been chosen; nobody is kept from work by it.
class Settings {
public:
    static constexpr Setting<int> appearance{QLatin1StringView("appearance"), 0};
    static constexpr Setting<bool> alertSound{QLatin1StringView("alerts/sound"), false};
    static inline const Setting<QString> baseMap{QLatin1StringView("map/source"), {}};

    template <class T>
    [[nodiscard]] static T get(const Setting<T>& setting)
    {
        const QVariant value = read(setting.key);
        return value.canConvert<T>() ? value.value<T>() : setting.standard;
    }
    template <class T>
    static void set(const Setting<T>& setting, const T& value)
    {
        write(setting.key, QVariant::fromValue(value));
    }

    /// How the columns of the table of this name stand: foreign bytes, to be judged by who asked (ui/ColumnChoice).
    [[nodiscard]] static QString columns(const QString& table);
    static void setColumns(const QString& table, const QString& columns);

private:
    [[nodiscard]] static QVariant read(QAnyStringView key);
    static void write(QAnyStringView key, const QVariant& value);
};

} // namespace casebound
