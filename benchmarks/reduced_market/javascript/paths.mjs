// What the market is given: sizes, costs and probabilities by step or age.

const OLDEST = 150;

export const TASTES = [0, 1, 2, 3];
export const WEEKLY_HOURS = [7, 14, 21, 28];
/** What a recipient of each taste would pay for quality [GBP/h]. */
export const WORTH_OF_QUALITY = [0, 4, 8, 12];
export const JOURNEY = 1.05;

/** Wage [GBP/h], and costs of a head and of a place over the step [GBP]. */
export function costsAt({ stepsPerYear, months }, step) {
    const year = Math.floor(step / stepsPerYear);
    return {
        wage: 11.44 * 1.045 ** year,
        headCost: 300 * 1.03 ** year * months,
        placeCost: 120 * 1.03 ** year * months,
    };
}

/** Probability of exit in a step, by age in steps. */
export function exitProbabilities({ stepsPerYear, months }) {
    return Float64Array.from({ length: (OLDEST + 1) * stepsPerYear }, (_, age) => {
        const years = Math.floor(age / stepsPerYear);
        const inMonth = Math.min(0.5, 0.015 * Math.exp(0.07 * (years - 80)));
        return 1 - (1 - inMonth) ** months;
    });
}

export function entryProbability({ months }) {
    return 1 - 0.9 ** months;
}

/** Recipients of each locality after the arrivals of a step. */
export function headCount(size, { months }, step) {
    return Math.round((size.recipients / size.localities) * 1.001 ** ((step + 1) * months));
}

export function recipientsPerSlot({ localities, slots, recipients }) {
    return recipients / (localities * slots);
}

/** Age at arrival [steps], from two uniform draws. */
export function arrivalAge({ stepsPerYear }, first, second) {
    return Math.floor(stepsPerYear * (65 + 15 * (first + second)));
}
