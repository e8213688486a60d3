#pragma once

#include "model/market.hpp"
#include "model/record.hpp"

#include <cstdint>

/// 64 bits that two markets or records share when they are the same to the bit (Fowler, Noll and Vo's hash 1a).
namespace caremarket::tests
{

/// Of the people, in order of their keys, so that the slots they are stored in are of no account.
[[nodiscard]] std::uint64_t fingerprint(People const& people);

/// Of what people, providers, contracts and councils have and owe; slots of people are of no account. What agents have
/// learnt is not all in it: a difference there shows in a later week.
[[nodiscard]] std::uint64_t fingerprint(Market const& market);

/// Of every series of a record.
[[nodiscard]] std::uint64_t fingerprint(Record const& record);

} // namespace caremarket::tests
