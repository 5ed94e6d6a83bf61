// Answers of time stamp services: whatever is believed says the one moment its authority signed.
#include "Fuzz.h"

#include "crypto/TimeStamp.h"

using namespace casebound;
using fuzz::must;

namespace {

/// Of the seed "granted", a stamp on "made up" by `openssl ts`.
constexpr char authority[] = "-----BEGIN CERTIFICATE-----\n"
                             "MIIBkDCCATegAwIBAgIUV1mqW/izCi9NT7a5By7HpUpNQxUwCgYIKoZIzj0EAwIw\n"
                             "HTEbMBkGA1UEAwwSTWFkZS11cCBzdGFtcCByb290MCAXDTI2MTEzMDAzMTE1NVoY\n"
                             "DzIxMjYxMTA2MDMxMTU1WjAdMRswGQYDVQQDDBJNYWRlLXVwIHN0YW1wIHJvb3Qw\n"
                             "WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARI1uj2lzCvlffJXOYsbzRIJaTJXK1X\n"
                             "Fjp3oQZgKq2HQTtxQrOBezHc5Hj2c6mC9pB/mORfNzNx0iybQuHQ/vn7o1MwUTAd\n"
                             "BgNVHQ4EFgQU900nfALngK4cYoETx/u45tDNsq4wHwYDVR0jBBgwFoAU900nfALn\n"
                             "gK4cYoETx/u45tDNsq4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBE\n"
                             "AiAnQKH6HO6RDhHUqF1BSFkNECagSRT52wTAbQUBVQCLtwIgRPxBwd7XYoGl5srb\n"
                             "83QyTIK4g4Qs8weC4Jq2MWsZJTQ=\n"
                             "-----END CERTIFICATE-----\n";
constexpr Instant stamped{std::chrono::seconds(1796008315)};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<Certificate> anchors = Certificate::listFromPem(authority).value();
    const auto checked = checkTimeStamp(fuzz::viewOf(data, size), "made up", anchors, stamped);
    must(!checked || checked->at == stamped);
    must(!checkTimeStamp(fuzz::viewOf(data, size), "made down", anchors, stamped));
    return 0;
}
