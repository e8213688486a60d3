#include "model/money.hpp"

#include <catch2/catch.hpp>

using namespace caremarket;

namespace
{

constexpr Account council = accounts::first_commissioner;
constexpr Account provider = accounts::first_commissioner + 1;
constexpr std::size_t account_count = accounts::first_commissioner + 2;
constexpr BookLine care{Flow::care_used, Service::homecare, Channel::spot, 1};

Books books_of_two_localities()
{
    return {account_count, 2};
}

} // namespace

TEST_CASE("A payment is rounded once, half to the even penny")
{
    CHECK(to_pence(0.125) == 12); // exact in binary: a true half
    CHECK(to_pence(0.375) == 38);
    CHECK(to_pence(0.625) == 62);
    CHECK(to_pence(16.70) == 1670);
    CHECK(to_pence(0.004) == 0);
    CHECK(to_pence(1e9) == 100'000'000'000);
    CHECK(to_pounds(1670) == 16.70);

    Books books = books_of_two_localities();
    books.open_week({0, {7, 0}});
    CHECK(books.pay(council, provider, care, 0.125) == 12);
    CHECK(books.pay(council, provider, care, 0.375) == 38);
    CHECK(books.line(0, care) == 50);
}

TEST_CASE("A pound paid is a pound received, on both accounts and on its line of the books")
{
    Books books = books_of_two_localities();
    books.open_week({0, {7, 0}});
    CHECK(books.pay(council, provider, care, 123.45) == 12345);
    CHECK(books.balance(council) == -12345);
    CHECK(books.balance(provider) == 12345);
    CHECK(books.posted(0, council) == -12345);
    CHECK(books.posted(0, provider) == 12345);
    CHECK(books.line(0, care) == 12345);
    CHECK(books.line(0, {Flow::care_used, Service::homecare, Channel::spot, 0}) == 0);
    CHECK(books.line(0, {Flow::care_used, Service::homecare, Channel::block, 1}) == 0);
    CHECK(books.line(0, {Flow::care_used, Service::residential, Channel::spot, 1}) == 0);
    CHECK(books.line(0, {Flow::care_void, Service::homecare, Channel::spot, 1}) == 0);
    CHECK(books.sum_posted(0) == 0);
    CHECK(books.sum_posted(1) == 0);
}

TEST_CASE("A week's payment is split over its months by days, and the odd penny goes to the later month")
{
    for (std::int32_t first = 1; first < 9; ++first)
        for (std::int32_t days = first + 1; days <= 9; ++days)
        {
            Books books = books_of_two_localities();
            books.open_week({0, {first, days - first}});
            books.pay(council, provider, care, 1.00);
            Pence const earlier = 100 * first / days; // rounded down
            CHECK(books.line(0, care) == earlier);
            CHECK(books.line(1, care) == 100 - earlier);
            CHECK(books.posted(0, provider) == earlier);
            CHECK(books.posted(1, council) == earlier - 100);
            CHECK(books.balance(provider) == 100);
            CHECK(books.sum_posted(0) == 0);
            CHECK(books.sum_posted(1) == 0);
        }
}

TEST_CASE("When a month closes, what lay in the next becomes the current month and nothing is lost")
{
    Books books = books_of_two_localities();
    books.open_week({0, {3, 4}});
    books.pay(council, provider, care, 7.00);
    books.close_month();
    CHECK(books.line(0, care) == 400);
    CHECK(books.line(1, care) == 0);
    CHECK(books.posted(0, provider) == 400);
    CHECK(books.balance(provider) == 700);
    books.close_month();
    CHECK(books.line(0, care) == 0);
    CHECK(books.balance(provider) == 700);
}

TEST_CASE("A sum of payments posts what its payments would have posted one by one")
{
    Books one_by_one = books_of_two_localities();
    Books at_once = books_of_two_localities();
    MonthSplit const split{0, {5, 2}};
    one_by_one.open_week(split);
    at_once.open_week(split);
    WeekAmount sum;
    for (double const pounds : {10.01, 20.02, 0.004, 33.333})
    {
        one_by_one.pay(council, provider, care, pounds);
        sum += over_months(to_pence(pounds), split);
    }
    CHECK(at_once.pay(council, provider, care, sum) == 6336);
    CHECK(at_once == one_by_one);
}

TEST_CASE("Accounts of providers that open later begin at nothing and leave the others as they were")
{
    Books books = books_of_two_localities();
    books.open_week({0, {7, 0}});
    books.pay(council, provider, care, 5.00);
    books.add_accounts(account_count + 3);
    CHECK(books.account_count() == account_count + 3);
    CHECK(books.balance(provider) == 500);
    CHECK(books.balance(static_cast<Account>(account_count + 2)) == 0);
    books.pay(council, static_cast<Account>(account_count + 2), care, 1.00);
    CHECK(books.balance(static_cast<Account>(account_count + 2)) == 100);
    CHECK(books.sum_posted(0) == 0);
}
