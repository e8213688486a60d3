#include "analysis/finance.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace caremarket
{

namespace
{

nlohmann::ordered_json number_or_null(double number)
{
    return std::isfinite(number) ? nlohmann::ordered_json(number) : nlohmann::ordered_json(nullptr);
}

} // namespace

nlohmann::ordered_json finance_json(Finance const& finance)
{
    nlohmann::ordered_json json{{"schema", finance_schema},
                                {"title", finance.title},
                                {"outlook", finance.outlook},
                                {"strategy", finance.strategy},
                                {"baseline", finance.baseline},
                                {"replicates", finance.replicates},
                                {"items", nlohmann::ordered_json::array()}};
    for (FinanceSection const& section : finance.sections)
        for (FinanceLine const& line : section.lines)
            for (std::size_t y = 0; y < line.years.size(); ++y)
                json["items"].push_back(
                    {{"section", section.title},
                     {"service", section.service.empty() ? nlohmann::ordered_json(nullptr)
                                                         : nlohmann::ordered_json(section.service)},
                     {"line", line.name.substr(line.name.find_first_not_of(' '))},
                     {"unit", line.unit},
                     {"financial_year", financial_year_name(finance.first_year + static_cast<int>(y))},
                     {"mean", number_or_null(line.years[y].mean)},
                     {"low", number_or_null(line.years[y].low)},
                     {"high", number_or_null(line.years[y].high)},
                     {"futures", line.years[y].futures}});
    return json;
}

} // namespace caremarket
