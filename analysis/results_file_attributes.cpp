#include "analysis/results_file_attributes.hpp"

namespace caremarket::hdf5
{

namespace
{

[[noreturn]] void fail_at(hid_t object, char const* doing, char const* attribute)
{
    fail(object, std::string(doing) + " attribute", attribute);
}

/// \param stored   type in the file
/// \param in_memory type of the values at `values`
void put(hid_t object, char const* name, hid_t stored, hid_t in_memory, hid_t space, void const* values)
{
    Attribute const attribute{H5Acreate2(object, name, stored, space, H5P_DEFAULT, H5P_DEFAULT)};
    if (!attribute.is_open() || H5Awrite(attribute, in_memory, values) < 0)
        fail_at(object, "write", name);
}

void put_one(hid_t object, char const* name, hid_t stored, hid_t in_memory, void const* value)
{
    Dataspace const one{H5Screate(H5S_SCALAR)};
    put(object, name, stored, in_memory, one, value);
}

void put_list(hid_t object, char const* name, hid_t stored, hid_t in_memory, std::size_t count, void const* values)
{
    hsize_t const length = count;
    Dataspace const list{H5Screate_simple(1, &length, nullptr)};
    put(object, name, stored, in_memory, list, values);
}

Attribute open(hid_t object, char const* name)
{
    Attribute attribute{H5Aopen(object, name, H5P_DEFAULT)};
    if (!attribute.is_open())
        fail_at(object, "find", name);
    return attribute;
}

template <class T>
T one(hid_t object, char const* name, hid_t in_memory)
{
    Attribute const attribute = open(object, name);
    Dataspace const space{H5Aget_space(attribute)};
    T value{};
    if (H5Sget_simple_extent_npoints(space) != 1 || H5Aread(attribute, in_memory, &value) < 0)
        fail_at(object, "read", name);
    return value;
}

template <class T>
std::vector<T> list(hid_t object, char const* name, hid_t in_memory)
{
    Attribute const attribute = open(object, name);
    Dataspace const space{H5Aget_space(attribute)};
    std::vector<T> values(static_cast<std::size_t>(std::max<hssize_t>(H5Sget_simple_extent_npoints(space), 0)));
    if (H5Aread(attribute, in_memory, values.data()) < 0)
        fail_at(object, "read", name);
    return values;
}

Datatype text_type(std::size_t length)
{
    Datatype type{H5Tcopy(H5T_C_S1)};
    H5Tset_size(type, length);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

} // namespace

void put_attribute(hid_t object, char const* name, std::string_view text)
{
    std::string const terminated{text};
    Datatype const type = text_type(terminated.size() + 1);
    put_one(object, name, type, type, terminated.c_str());
}

void put_attribute(hid_t object, char const* name, char const* text)
{
    put_attribute(object, name, std::string_view{text});
}

void put_attribute(hid_t object, char const* name, std::int32_t value)
{
    put_one(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, &value);
}

void put_attribute(hid_t object, char const* name, std::int64_t value)
{
    put_one(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, &value);
}

void put_attribute(hid_t object, char const* name, float value)
{
    put_one(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, &value);
}

void put_attribute(hid_t object, char const* name, double value)
{
    put_one(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &value);
}

void put_attribute(hid_t object, char const* name, std::vector<std::uint8_t> const& values)
{
    put_list(object, name, H5T_STD_U8LE, H5T_NATIVE_UINT8, values.size(), values.data());
}

void put_attribute(hid_t object, char const* name, std::vector<std::int32_t> const& values)
{
    put_list(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, values.size(), values.data());
}

void put_attribute(hid_t object, char const* name, std::vector<double> const& values)
{
    put_list(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, values.size(), values.data());
}

bool has_attribute(hid_t object, char const* name)
{
    return H5Aexists(object, name) > 0;
}

std::string text_attribute(hid_t object, char const* name)
{
    Attribute const attribute = open(object, name);
    Datatype const stored{H5Aget_type(attribute)};
    if (H5Tget_class(stored) != H5T_STRING || H5Tis_variable_str(stored) > 0)
        throw ResultsFileError(file_of(object) + ": attribute " + name + " of " + path_of(object) +
                               " is not a text of fixed length");
    std::string text(H5Tget_size(stored) + 1, '\0');
    if (H5Aread(attribute, stored, text.data()) < 0)
        fail_at(object, "read", name);
    text.resize(text.find('\0'));
    return text;
}

std::int64_t integer_attribute(hid_t object, char const* name)
{
    return one<std::int64_t>(object, name, H5T_NATIVE_INT64);
}

double real_attribute(hid_t object, char const* name)
{
    return one<double>(object, name, H5T_NATIVE_DOUBLE);
}

std::vector<std::int32_t> integers_attribute(hid_t object, char const* name)
{
    return list<std::int32_t>(object, name, H5T_NATIVE_INT32);
}

std::vector<double> reals_attribute(hid_t object, char const* name)
{
    return list<double>(object, name, H5T_NATIVE_DOUBLE);
}

} // namespace caremarket::hdf5
