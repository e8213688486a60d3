#pragma once

/// What the program says of itself and its commands: what each does, examples, and what flags alone do not tell. The flags
/// themselves are added behind it.
namespace caremarket
{

/// Said when no command is given.
inline constexpr char short_help[] =
    R"(caremarket simulates the English market for adult social care, to compare ways of buying.

  caremarket list experiments                     what there is to run
  caremarket run cambridgeshire-2016 -o R.h5      run one
  caremarket compare R.h5                         what each strategy saves, and what it does to people
  caremarket --help                               all commands
)";

/// Of the program, and then of each command: its first line stands in the list of commands.
inline constexpr char program_help[] = R"(Simulates the English market for adult social care, to compare ways of buying.

Examples:
  caremarket list experiments
  caremarket run cambridgeshire-2016 -o R.h5
  caremarket compare R.h5
  caremarket check my-strategy.toml
  caremarket sweep --help

Exit codes: 0 done; 1 the run failed; 2 wrong usage or bad input, nothing written; 3 interrupted, --resume
continues; 4 rerun found a difference. Results go to standard output, progress and messages to standard error.

Environment: CAREMARKET_THREADS, as --threads; CAREMARKET_SCENARIOS, a folder of scenarios searched first.
Without either, threads are those of the machine, or fewer if the affinity mask, the quota of a control group,
SLURM_CPUS_PER_TASK, NCPUS or NSLOTS grants fewer.
)";

inline constexpr char check_help[] = R"(Checks places, outlooks, strategies, behaviours, experiments and sweeps.

Examples:
  caremarket check my-strategy.toml               and says what it changes of the one it extends
  caremarket check scenarios/experiments/*.toml
  caremarket check cambridgeshire-levers          a sweep: and says its rows, factors and runs
)";

inline constexpr char list_help[] = R"(Lists what the library of scenarios and the model's catalogue hold.

Examples:
  caremarket list experiments
  caremarket list levers                          every key of a strategy, with unit, range and meaning
  caremarket list mechanisms                      what knockout can take out of the model
  caremarket list metrics --json
)";

inline constexpr char run_help[] = R"(Runs an experiment and writes its results file.

Examples:
  caremarket run cambridgeshire-2016 -o R.h5
  caremarket run cambridgeshire-2016 -o try.h5 --replicates 10 --years 3 --outlook central
  caremarket run cambridgeshire-2016 -o mine.h5 --strategy my-strategy.toml
  caremarket run cambridgeshire-2016 -o longer.h5 --set 'strategy[block-heavy].homecare.contract_length=8'
  caremarket run my-experiment.toml --strategy long-block block-heavy --record year --record-by place
  caremarket run cambridgeshire-2016 -o R.h5 --resume

--set takes, each once:
  strategy[NAME].homecare.contract_length=8   one strategy; strategy.… every one, the baseline too
  outlook[NAME].all.wage_floor=9.5            one outlook; outlook.… every one
  behaviour.all.risk_aversion=0               how people and firms act
  place.homecare.book_price=18                also a cell: place.supply.E07000008.homecare.capacity=9000
  experiment.start=2017-04-01
Of a mix, set one share and the others are rescaled in proportion, which is told.

A run that is stopped, even by force, keeps what is done in R.h5.parts; --resume continues it to the same
values. R.h5 appears only when whole. Values do not depend on --threads.

--events also writes every decision of every run: R.events/OUTLOOK.STRATEGY.REPLICATE.csv with the columns
week,date,day,kind,reason,subject,object,amount,quantity. Subject and object are keys of people, providers,
contracts and tenders. What amount and quantity are is up to the kind: of care_begins, contract_begins and bid_made
a price in GBP/unit and units, of charge_assessed and top_up_agreed GBP/week, of provider_closes cash in GBP and
people displaced, of tender_decided units sought and awarded, of rated the rating; model/decisions.hpp has them
all. More than 100 files are written only with --force.
)";

inline constexpr char compare_help[] = R"(Compares every strategy of a results file with the baseline.

Examples:
  caremarket compare R.h5
  caremarket compare R.h5 --baseline block-heavy
  caremarket compare R.h5 --outlook central --strategy block-heavy
  caremarket compare R.h5 --metric gross_spend person_weeks_waiting --json
)";

inline constexpr char cheapest_help[] =
    R"(Says which value of a lever costs least, draw by draw of a sweep, and what decides.

Examples:
  caremarket cheapest R.h5 --factor 'strategy[block-heavy].residential.mix_block'
  caremarket cheapest R.h5 --factor strategy.homecare.mix_block --worth homecare.waiting_units=0,16,64 --json

R.h5 is collected from a sweep whose [design.crossed] repeats every draw with all values of the lever. What is to be
low is the spend over the run, and a stated worth of what goes wrong besides, such as unmet need: several worths give
several answers, the first of each --worth together, then the second. A draw counts as too close to tell where chance
in its replicates leaves values in more than one place: lowest, inside, highest.
)";

inline constexpr char finance_help[] =
    R"(What finance checks first: gross to net, the book, the bridge, and which part of a saving is cash.

Examples:
  caremarket finance R.h5
  caremarket finance R.h5 --strategy block-heavy --outlook high-wage --json

By financial year: gross spend to net against the budget; the book of each service; the bridge, why a year's spend
differs from the year before; and of what a strategy saves, the part that is cashable and the part that is avoided.
)";

inline constexpr char backtest_help[] = R"(Holds a results file against published figures, misses first.

Examples:
  caremarket backtest R.h5 --published figures.csv
  caremarket backtest R.h5 --published figures.csv --strategy block-heavy --outlook high-wage --json

The CSV has the columns quantity,service,financial_year,value,unit,role,source,certainty,note, with years like
2016-17. Role: base, known at the start, from which naive forecasts are made; input, what the model was told,
never counted as a success; result, to be predicted. A miss is no failure: the exit code is 0.
)";

inline constexpr char knockout_help[] =
    R"(Runs the model without each of its mechanisms, and says what each does to the answer.

Examples:
  caremarket knockout cambridgeshire-2016
  caremarket knockout cambridgeshire-2016 --strategy long-block --outlook central --replicates 30
  caremarket knockout cambridgeshire-2016 --mechanism fear-of-failing self-funders --json

Two strategies are run, the baseline and another: first in the full model, then with each mechanism removed, in the
same futures. The mechanisms, with what removes each, are the rows of knockouts.toml in the folder of scenarios.
Nothing is written; what is interrupted is lost.
)";

inline constexpr char rerun_help[] =
    R"(Runs a results file again from the inputs stored in it, and says whether all values agree.

Examples:
  caremarket rerun R.h5

Prints "identical: N values", or what differs (exit code 4). R.h5 is only read.
)";

inline constexpr char sweep_help[] = R"(Runs an experiment once more for every row of a design.

Examples:
  caremarket sweep plan cambridgeshire-levers -o levers       checks all rows, says what they will take
  caremarket sweep run levers                                 runs what is missing; again after whatever stopped it
  caremarket sweep run levers --shard 3/16                    one of sixteen machines' share
  caremarket sweep status levers
  caremarket sweep collect levers -o levers.h5                one results file, the factors as its coordinates

A sweep is a TOML file: an experiment and a design over paths as --set takes them; scenarios/README.md has its keys.
)";

inline constexpr char sweep_plan_help[] = R"(Plans a sweep: checks every row, writes the plan, times a few runs.

Examples:
  caremarket sweep plan cambridgeshire-levers -o levers
  caremarket sweep plan my-sweep.toml -o levers               again, after it has grown: what is done stays done

Nothing is run but the few runs that are timed. By them the replicates of a sample that are kept together are chosen,
up to ten, so that a kill repeats no more than some seconds on each thread. A plan that has more replicates, strategies, outlooks or rows than
the one before finds its runs again: they are kept by the hash of what decides them.
)";

inline constexpr char sweep_run_help[] = R"(Runs what is missing of a planned sweep, or of one of its shards.

Examples:
  caremarket sweep run levers
  caremarket sweep run levers --shard 3/16
  caremarket sweep run levers --shard /16                     the batch system numbers its tasks

Without --shard, a task of Slurm, AWS Batch or Grid Engine that is one of an array runs its share; Kubernetes (indexed
jobs) and PBS do not tell how many there are, so say /N. Which number was used is told. Each part appears only when
whole: a shard that is killed, run again, or run twice at once, gives the same values. Runs that failed are run again,
with the same seed; all others are left as they are.
)";

inline constexpr char sweep_status_help[] =
    R"(Tells how far a sweep is: done, failed and why, missing, who is at work, the time left.

Examples:
  caremarket sweep status levers
)";

inline constexpr char sweep_collect_help[] = R"(Writes one results file of all parts of a sweep.

Examples:
  caremarket sweep collect levers -o levers.h5
  caremarket sweep collect levers -o waits.h5 --metrics starts,weeks_waited
  caremarket sweep collect levers -o small.h5 --quantiles 0.05,0.5,0.95

The file has the dimension sample before all others, and each factor as a coordinate along it. A part that is missing
is an error; with --allow-missing its runs are marked missing. With --metrics the file holds these, and of one that is
derived both parts; compare says what it cannot tell without the others.

With --quantiles the file holds, in place of the runs, exact quantiles over the replicates of each sample, outlook and
strategy (of Hyndman and Fan's type 7, as numpy.quantile) by a coordinate of that name, NAME_mean, and the numbers of
runs reduced, failed and missing. It is for xarray and the like: compare needs every run. Memory is that of the
replicates of one cell, however many cells there are.
)";

} // namespace caremarket
