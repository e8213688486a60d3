#pragma once

#include "analysis/results_file_error.hpp"

#include <hdf5.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

/// HDF5's numbers for open things, closed when they go out of scope, and its errors as sentences.
namespace caremarket::hdf5
{

/// To be called before anything else of HDF5, in every thread that uses it. What goes wrong becomes an exception, so
/// HDF5 shall not print it. And HDF5 shall not tidy up at the end of the program: handles do that, and HDF5 1.10 crashes
/// there over a file that could not be written because the disk was full.
inline void take_charge()
{
    H5dont_atexit(); // has no effect after the first time
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

/// Why the last HDF5 call of this thread failed: the operating system's reason if there was one
/// ("No space left on device"), else HDF5's innermost message.
[[nodiscard]] inline std::string reason()
{
    std::string text;
    auto const innermost = [](unsigned depth, H5E_error2_t const* error, void* data) -> herr_t
    {
        if (depth == 0 && error->desc)
            *static_cast<std::string*>(data) = error->desc;
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, &text);

    std::string_view constexpr before = "error message = '";
    if (auto const start = text.find(before); start != std::string::npos)
    {
        text.erase(0, start + before.size());
        text.resize(text.find('\''));
    }
    return text.empty() ? "HDF5 gives no reason" : text;
}

/// Path of the file that an open object belongs to.
[[nodiscard]] inline std::string file_of(hid_t object)
{
    std::string name(static_cast<std::size_t>(std::max<ssize_t>(H5Fget_name(object, nullptr, 0), 0)), '\0');
    H5Fget_name(object, name.data(), name.size() + 1);
    return name;
}

/// Path of an open object inside its file: "/monthly/gross_spend".
[[nodiscard]] inline std::string path_of(hid_t object)
{
    std::string path(static_cast<std::size_t>(std::max<ssize_t>(H5Iget_name(object, nullptr, 0), 0)), '\0');
    H5Iget_name(object, path.data(), path.size() + 1);
    return path;
}

/// Throws "FILE: cannot DOING [NAME of] OBJECT: REASON". To be called directly after the call that failed, while all
/// handles are open: any other call of HDF5, even a close, forgets the reason.
[[noreturn]] inline void fail(hid_t object, std::string_view doing, std::string_view name = {})
{
    std::string const why = reason();
    std::string what = name.empty() ? "" : std::string(name) + " of ";
    what += path_of(object);
    throw ResultsFileError(file_of(object) + ": cannot " + std::string(doing) + ' ' + what + ": " + why);
}

/// An open thing, closed by `close`. Converts to its number, so it is passed to HDF5 as it is.
template <herr_t (*close)(hid_t)>
class Handle
{
public:
    Handle() = default;
    explicit Handle(hid_t id) : id_(id) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)) {}
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle() { static_cast<void>(shut()); }

    operator hid_t() const { return id_; } // NOLINT(google-explicit-constructor): that is what it is for
    [[nodiscard]] bool is_open() const { return id_ >= 0; }
    /// Closes now, for those who must know whether it went well.
    [[nodiscard]] bool shut() { return id_ < 0 || close(std::exchange(id_, H5I_INVALID_HID)) >= 0; }

private:
    hid_t id_ = H5I_INVALID_HID;
};

using File = Handle<H5Fclose>;
using Group = Handle<H5Gclose>;
using Dataset = Handle<H5Dclose>;
using Dataspace = Handle<H5Sclose>;
using Datatype = Handle<H5Tclose>;
using Attribute = Handle<H5Aclose>;
using PropertyList = Handle<H5Pclose>;

} // namespace caremarket::hdf5
