#include "runners/commands/cheapest.hpp"

#include "runners/commands/ask_results.hpp"
#include "runners/exit_code.hpp"
#include "scenarios/number_text.hpp"
#include "scenarios/printable.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace caremarket
{

namespace
{

/// Pounds between commas. \throws WrongUse
std::vector<double> pounds_in(std::string const& list, std::string const& flag)
{
    std::vector<double> pounds;
    for (std::size_t from = 0; from <= list.size();)
    {
        auto const to = std::min(list.find(',', from), list.size());
        auto const number = number_in(list.substr(from, to - from));
        if (!number || !std::isfinite(*number))
            throw WrongUse(fmt::format("--worth {}: {} is no number of pounds; write METRIC=POUNDS, like "
                                       "homecare.waiting_units=16 or, for several answers, homecare.waiting_units=0,16",
                                       flag, in_quotes(list.substr(from, to - from))));
        pounds.push_back(*number);
        from = to + 1;
    }
    return pounds;
}

/// \throws WrongUse
Worth worth_in(std::string const& flag)
{
    auto const equals = std::min(flag.find('='), flag.size());
    std::string const pounds = equals < flag.size() ? flag.substr(equals + 1) : "";
    return {.metric = flag.substr(0, equals), .pounds = pounds_in(pounds, flag)};
}

} // namespace

int cheapest(CheapestRequest const& request)
{
    CheapestQuestion question = request.question;
    for (std::string const& flag : request.worths)
        question.objective.worths.push_back(worth_in(flag));
    return ask_results(
        request.file,
        [&]
        {
            ResultsFile const file(request.file);
            if (!file.axes().samples.is_there())
                throw ResultsFileError(fmt::format(
                    "{}: these are the results of one experiment; cheapest takes those of a sweep", request.file));
            Cheapest const answer = cheapest(file, question);
            fmt::print("{}", request.is_json ? cheapest_json(answer).dump(2) + '\n' : cheapest_text(answer));
            return exit_done;
        });
}

} // namespace caremarket
