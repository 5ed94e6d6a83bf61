// What xcb answers, freed as it asks for.
#pragma once

#include <cstdlib>
#include <memory>

template <class T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;
