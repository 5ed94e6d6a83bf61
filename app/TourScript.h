// Steps that drive real windows: wait until something is so, then act as a person would, then go on.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <vector>

class QWidget;

namespace casebound {

/// Runs on the window's thread's own event loop; never nests one.
class TourScript final : public QObject {
    Q_OBJECT

public:
    struct Step {
        QString name;                ///< For the message when it does not come true.
        std::function<bool()> ready; ///< Polled; the step begins when it is true.
        std::function<void()> act;
    };
    explicit TourScript(std::chrono::milliseconds patience, QObject* parent = nullptr);

    void add(Step step) { m_steps.push_back(std::move(step)); }
    void start();

    /// The visible, named widget in any window, or null.
    [[nodiscard]] static QWidget* find(const QString& objectName);
    template <class T>
    [[nodiscard]] static T* find(const QString& objectName)
    {
        return qobject_cast<T*>(find(objectName));
    }
    /// The visible window whose title begins so, or null.
    [[nodiscard]] static QWidget* window(const QString& title);
    /// Replaces a field's text key by key, so that validators and completers see what a person's typing shows them.
    static void type(QWidget* field, const QString& text);
    static void press(QWidget* target, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A picture of the window as it is now, packed and written on another thread: a person's key would wait for it. None of a null window;
    /// what could not be written is said on standard error.
    void picture(QWidget* window, const QString& path);

Q_SIGNALS:
    void finished(bool everyPictureWritten);
    void stuck(const QString& step);

private:
    void poll();

    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::chrono::milliseconds m_patience;
    std::chrono::steady_clock::time_point m_since;
    QTimer m_timer;
    std::atomic<bool> m_unwritten = false;
    QThreadPool m_writers; ///< Last: gone, and with it whatever it still writes, before the rest.
};

} // namespace casebound
