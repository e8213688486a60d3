#include "runners/event_files.hpp"

#include "analysis/results_file_error.hpp"
#include "analysis/results_file_on_disk.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <string>
#include <system_error>

namespace caremarket
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view heading = "week,date,day,kind,reason,subject,object,amount,quantity\n";
constexpr std::size_t bytes_at_once = std::size_t{1} << 20;

std::string key_text(EntityKey key)
{
    return key.value == 0 ? std::string{} : fmt::format("{:016x}", key.value);
}

class EventFile : public DecisionSink
{
public:
    EventFile(fs::path const& path, Date start) : file_(path), clock_(financial_year_of(start)) { text_ = heading; }

    void add(std::vector<Decision> const& of_a_week) override
    {
        for (Decision const& decision : of_a_week)
            add(decision);
        if (text_.size() > bytes_at_once)
            write();
    }

    void finish() override
    {
        write();
        file_.commit();
    }

private:
    void add(Decision const& d)
    {
        Date const day = clock_.week(d.week).first + std::chrono::days(d.day);
        fmt::format_to(std::back_inserter(text_), "{},{:%Y-%m-%d},{},{},{},{},{},{},{}\n", d.week,
                       fmt::gmtime(std::chrono::system_clock::to_time_t(day)), d.day, name_of(d.kind),
                       name_of(d.reason), key_text(d.subject), key_text(d.object), d.amount, d.quantity);
    }

    void write()
    {
        file_.write(text_, written_);
        written_ += text_.size();
        text_.clear();
    }

    TemporaryFile file_;
    Clock clock_;
    std::string text_; // still to be written
    std::size_t written_ = 0;
};

} // namespace

EventFiles::EventFiles(fs::path const& output, ResultsAxes const& axes)
    : folder_(fs::path(output).replace_extension(".events")), axes_(axes)
{}

fs::path EventFiles::path_of(RunName const& run) const
{
    return folder_ /
           fmt::format("{}.{}.{}.csv", axes_.outlooks[run.outlook], axes_.strategies[run.strategy], run.replicate);
}

bool EventFiles::exists() const
{
    std::error_code error;
    return fs::exists(folder_, error);
}

bool EventFiles::has(RunName const& run) const
{
    std::error_code error;
    return fs::exists(path_of(run), error);
}

void EventFiles::make_folder() const
{
    std::error_code error;
    fs::create_directory(folder_, error);
    if (error)
        throw ResultsFileError(fmt::format("{}: cannot make the folder: {}", folder_.string(), error.message()));
}

void EventFiles::remove() const
{
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry{folder_, error}, end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".csv" ||
            entry->path().filename().string().find(".csv.tmp-") != std::string::npos)
            files.push_back(entry->path());
    for (fs::path const& file : files)
        fs::remove(file, error);
    fs::remove(folder_, error);
}

std::unique_ptr<DecisionSink> EventFiles::open(RunName const& run) const
{
    return std::make_unique<EventFile>(path_of(run), first_day(axes_, RecordPeriod::year, 0));
}

} // namespace caremarket
