// What comes of a call that somebody else may give up.
#pragma once

#include "domain/Vendor.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <expected>
#include <type_traits>
#include <utility>

namespace casebound {

/// Calls `done` once, on the thread of `context` and perhaps before this returns: with what the future brings, or with `givenUp` where it
/// is cancelled. Not at all once `context` is being destroyed; what is stopped earlier than that, `done` looks at itself.
template <class T, class Done>
void whenAnswered(QFuture<T> future, QObject* context, std::type_identity_t<T> givenUp, Done done)
{
    // In this order, and the first link without a context: a context that goes breaks its link, which cancels the one behind, so that an
    // onCanceled() behind a then() is called at once, for a `this` that is half gone. Here the first touches nothing but its own value.
    future.onCanceled([givenUp = std::move(givenUp)] { return givenUp; })
        .then(context, [alive = QPointer(context), done = std::move(done)](const T& answer) mutable {
            if (alive)
                done(answer);
        });
}

/// Of a call to the vendor that was given up: it may have arrived.
[[nodiscard]] inline std::unexpected<VendorFailure> nobodyKnows()
{
    return std::unexpected(VendorFailure{.fault = VendorFault::Unknown, .httpStatus = 0, .detail = {}, .retryAt = {}});
}

} // namespace casebound
