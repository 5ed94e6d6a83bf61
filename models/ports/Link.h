// What the status bar says about the connection to the vendor.
#pragma once

namespace casebound {

enum class LinkState { NotConnected, Connecting, Connected, Retrying, Refused };

} // namespace casebound
