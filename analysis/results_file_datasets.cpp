#include "analysis/results_file_datasets.hpp"

#include <hdf5_hl.h>

#include <functional>
#include <numeric>

namespace caremarket::hdf5
{

namespace
{

constexpr unsigned most_attributes = 32; // of a dataset; for more HDF5 makes a heap and an index, several KB each
/// More would hold more of a file's indices the longer it is: 2 MB made a sweep of 5,000 runs take 10 MB more than one of
/// 500. Nodes that do not fit are read again, a sixth more time for runs of milliseconds.
constexpr std::size_t most_metadata = 256 * 1024;
constexpr unsigned fastest_deflate = 1; // higher levels cost time and gain little on shuffled values

std::size_t product(std::vector<hsize_t> const& lengths)
{
    return std::accumulate(lengths.begin(), lengths.end(), std::size_t{1}, std::multiplies<>{});
}

Dataspace space_of(std::vector<hsize_t> const& lengths)
{
    return Dataspace{H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr)};
}

PropertyList creation_of(DatasetForm const& form)
{
    PropertyList list{H5Pcreate(H5P_DATASET_CREATE)};
    H5Pset_attr_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_attr_phase_change(list, most_attributes, most_attributes / 2);
    H5Pset_obj_track_times(list, false);
    if (form.fill)
        H5Pset_fill_value(list, form.type, form.fill);
    if (!form.chunk.empty())
    {
        H5Pset_chunk(list, static_cast<int>(form.chunk.size()), form.chunk.data());
        H5Pset_shuffle(list);
        H5Pset_deflate(list, fastest_deflate);
    }
    return list;
}

/// Format of HDF5 1.8: netCDF tools read it, and its metadata carry checksums. No locks, which some network disks lack:
/// a file is written under a name nobody else knows, and never changes once it has its own.
PropertyList file_access()
{
    PropertyList list{H5Pcreate(H5P_FILE_ACCESS)};
    H5Pset_libver_bounds(list, H5F_LIBVER_V18, H5F_LIBVER_V18);
    H5Pset_file_locking(list, false, true);
    return list;
}

/// Holds HDF5's cache of metadata to a size, while a file is written. By itself it grows with the file: it keeps the index
/// of chunks of every variable, and a node of one takes about three times as much memory as the cache counts for it.
void limit_metadata(hid_t file_access)
{
    H5AC_cache_config_t config{};
    config.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    H5Pget_mdc_config(file_access, &config);
    config.set_initial_size = true;
    config.initial_size = config.min_size = config.max_size = most_metadata;
    config.incr_mode = H5C_incr__off;
    config.flash_incr_mode = H5C_flash_incr__off;
    config.decr_mode = H5C_decr__off;
    H5Pset_mdc_config(file_access, &config);
}

/// \param kind H5P_FILE_CREATE or H5P_GROUP_CREATE
PropertyList ordered(hid_t kind)
{
    PropertyList list{H5Pcreate(kind)};
    H5Pset_link_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_attr_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_obj_track_times(list, false);
    return list;
}

/// Chunks are read and written whole, so to keep them in memory would be a waste: a hundred variables are open at once.
PropertyList without_cache()
{
    PropertyList list{H5Pcreate(H5P_DATASET_ACCESS)};
    H5Pset_chunk_cache(list, H5D_CHUNK_CACHE_NSLOTS_DEFAULT, 0, H5D_CHUNK_CACHE_W0_DEFAULT);
    return list;
}

/// File and memory side of a transfer of a box.
struct Transfer
{
    Dataspace file, memory;
};

Transfer transfer(hid_t dataset, Box const& box)
{
    Transfer spaces{Dataspace{H5Dget_space(dataset)}, space_of(box.count)};
    if (H5Sselect_hyperslab(spaces.file, H5S_SELECT_SET, box.first.data(), nullptr, box.count.data(), nullptr) < 0)
        fail(dataset, "select a part of");
    return spaces;
}

void expect_count(hid_t dataset, std::size_t count, std::size_t expected)
{
    if (count != expected)
        throw ResultsFileError(file_of(dataset) + ": " + path_of(dataset) + " has " + std::to_string(count) +
                               " values where " + std::to_string(expected) + " belong");
}

} // namespace

File create_file(std::filesystem::path const& path, std::size_t room)
{
    take_charge();
    PropertyList const creation = ordered(H5P_FILE_CREATE), access = file_access();
    limit_metadata(access);
    // Narrower indices of chunks (H5Pset_istore_k) would save some KB a variable, but HDF5 then stores them in an
    // object of its own that always carries the time, and the same plan would no longer give the same bytes.
    H5Pset_userblock(creation, room);
    File file{H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access)};
    if (!file.is_open())
        throw ResultsFileError(path.string() + ": cannot write it: " + reason());
    return file;
}

File open_file(std::filesystem::path const& path)
{
    take_charge();
    PropertyList const access = file_access();
    File file{H5Fopen(path.c_str(), H5F_ACC_RDONLY, access)};
    if (!file.is_open())
        throw ResultsFileError(path.string() + ": cannot open it: " + reason());
    return file;
}

void close_written(File& file)
{
    std::string const path = file_of(file);
    if (H5Fflush(file, H5F_SCOPE_GLOBAL) < 0 || !file.shut())
        throw ResultsFileError(path + ": cannot finish writing it: " + reason());
}

Group create_group(hid_t parent, std::string const& name)
{
    PropertyList const creation = ordered(H5P_GROUP_CREATE);
    Group group{H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT)};
    if (!group.is_open())
        fail(parent, "write group", name);
    return group;
}

Group open_group(hid_t parent, std::string const& name)
{
    Group group{H5Gopen2(parent, name.c_str(), H5P_DEFAULT)};
    if (!group.is_open())
        fail(parent, "find group", name);
    return group;
}

Dataset open_dataset(hid_t parent, std::string const& name)
{
    PropertyList const access = without_cache();
    Dataset dataset{H5Dopen2(parent, name.c_str(), access)};
    if (!dataset.is_open())
        fail(parent, "find dataset", name);
    return dataset;
}

std::vector<hsize_t> lengths_of(hid_t dataset)
{
    Dataspace const space{H5Dget_space(dataset)};
    std::vector<hsize_t> lengths(static_cast<std::size_t>(std::max(H5Sget_simple_extent_ndims(space), 0)));
    if (!lengths.empty())
        H5Sget_simple_extent_dims(space, lengths.data(), nullptr);
    return lengths;
}

Dataset create_dataset(hid_t parent, std::string const& name, DatasetForm const& form)
{
    Dataspace const space = space_of(form.lengths);
    PropertyList const creation = creation_of(form), access = without_cache();
    Dataset dataset{H5Dcreate2(parent, name.c_str(), form.type, space, H5P_DEFAULT, creation, access)};
    if (!dataset.is_open())
        fail(parent, "write dataset", name);
    return dataset;
}

void make_scale(hid_t dataset, std::string const& name)
{
    if (H5DSset_scale(dataset, name.c_str()) < 0)
        fail(dataset, "write dimension", name);
}

void attach_scale(hid_t dataset, hid_t scale, std::size_t axis)
{
    if (H5DSattach_scale(dataset, scale, static_cast<unsigned>(axis)) < 0)
        fail(dataset, "attach a dimension to");
}

std::size_t Box::size() const
{
    return product(count);
}

void write_box(hid_t dataset, Box const& box, hid_t in_memory, void const* values)
{
    Transfer const spaces = transfer(dataset, box);
    if (H5Dwrite(dataset, in_memory, spaces.memory, spaces.file, H5P_DEFAULT, values) < 0)
        fail(dataset, "write");
}

void read_box(hid_t dataset, Box const& box, hid_t in_memory, void* values)
{
    Transfer const spaces = transfer(dataset, box);
    if (H5Dread(dataset, in_memory, spaces.memory, spaces.file, H5P_DEFAULT, values) < 0)
        fail(dataset, "read");
}

void write_all(hid_t dataset, hid_t in_memory, void const* values)
{
    if (H5Dwrite(dataset, in_memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        fail(dataset, "write");
}

void read_all(hid_t dataset, hid_t in_memory, std::size_t count, void* values)
{
    expect_count(dataset, product(lengths_of(dataset)), count);
    if (H5Dread(dataset, in_memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        fail(dataset, "read");
}

Datatype text_type()
{
    Datatype type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

Dataset create_texts(hid_t parent, std::string const& name, std::vector<hsize_t> const& lengths,
                     std::vector<std::string> const& texts)
{
    std::vector<char const*> pointers;
    for (std::string const& text : texts)
    {
        if (text.find('\0') != std::string::npos)
            throw ResultsFileError(file_of(parent) + ": cannot write " + name + ": a text in it holds a zero byte");
        pointers.push_back(text.c_str());
    }
    Datatype const type = text_type();
    Dataset dataset = create_dataset(parent, name, {.type = type, .lengths = lengths});
    write_all(dataset, type, pointers.data());
    return dataset;
}

std::vector<std::string> read_texts(hid_t parent, std::string const& name)
{
    Dataset const dataset = open_dataset(parent, name);
    Datatype const stored{H5Dget_type(dataset)};
    if (H5Tis_variable_str(stored) <= 0)
        throw ResultsFileError(file_of(parent) + ": " + name + " does not hold texts");
    std::vector<char*> pointers(product(lengths_of(dataset)));
    Datatype const type = text_type();
    read_all(dataset, type, pointers.size(), pointers.data());

    std::vector<std::string> texts;
    for (char* const text : pointers)
    {
        texts.emplace_back(text ? text : ""); // HDF5 keeps an empty text as none
        H5free_memory(text);
    }
    return texts;
}

std::vector<std::string> read_texts(hid_t parent, std::string const& name, std::size_t count)
{
    std::vector<std::string> texts = read_texts(parent, name);
    expect_count(open_dataset(parent, name), texts.size(), count);
    return texts;
}

} // namespace caremarket::hdf5
