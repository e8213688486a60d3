#pragma once

#include "analysis/hdf5_handles.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// Files, groups and datasets as this project makes them. All functions throw ResultsFileError.
namespace caremarket::hdf5
{

/// Overwrites the file at `path`. Names and attributes are listed in the order in which they are made; no times are
/// kept, so the same content gives the same bytes. \param room  bytes left free at its start: 0, or 512 · 2^n
[[nodiscard]] File create_file(std::filesystem::path const& path, std::size_t room = 0);
/// Opens a file for reading.
[[nodiscard]] File open_file(std::filesystem::path const& path);
/// Writes what is still in memory and closes. \pre everything inside is closed
void close_written(File& file);

[[nodiscard]] Group create_group(hid_t parent, std::string const& name);
[[nodiscard]] Group open_group(hid_t parent, std::string const& name);
[[nodiscard]] Dataset open_dataset(hid_t parent, std::string const& name);
[[nodiscard]] std::vector<hsize_t> lengths_of(hid_t dataset);

/// Type and form of a dataset to be made.
struct DatasetForm
{
    hid_t type; ///< in the file
    std::vector<hsize_t> lengths;
    std::vector<hsize_t> chunk{}; ///< empty: contiguous and raw; else shuffled and deflated
    void const* fill = nullptr;   ///< of `type`; null: zero
};
[[nodiscard]] Dataset create_dataset(hid_t parent, std::string const& name, DatasetForm const& form);

/// Makes `dataset` the coordinate variable called `name`.
void make_scale(hid_t dataset, std::string const& name);
/// Says that axis number `axis` of `dataset` lies along `scale`.
void attach_scale(hid_t dataset, hid_t scale, std::size_t axis);

/// A box of a dataset: `count` elements from `first` along each axis.
struct Box
{
    std::vector<hsize_t> first, count;
    [[nodiscard]] std::size_t size() const;
};
void write_box(hid_t dataset, Box const& box, hid_t in_memory, void const* values);
void read_box(hid_t dataset, Box const& box, hid_t in_memory, void* values);

void write_all(hid_t dataset, hid_t in_memory, void const* values);
/// Reads a dataset of `count` elements; fails if it has another number of them.
void read_all(hid_t dataset, hid_t in_memory, std::size_t count, void* values);

/// Variable-length UTF-8, the one kind of text dataset that all readers take.
[[nodiscard]] Datatype text_type();
[[nodiscard]] Dataset create_texts(hid_t parent, std::string const& name, std::vector<hsize_t> const& lengths,
                                   std::vector<std::string> const& texts);
[[nodiscard]] std::vector<std::string> read_texts(hid_t parent, std::string const& name);
/// Fails if there are not `count` of them.
[[nodiscard]] std::vector<std::string> read_texts(hid_t parent, std::string const& name, std::size_t count);

} // namespace caremarket::hdf5
