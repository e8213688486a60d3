// The monthly and the weekly form of the market: what a step is.

const YEARS = 10;

function form(name, stepsPerYear, debtLimit) {
    return { name, stepsPerYear, debtLimit, steps: YEARS * stepsPerYear, months: 12 / stepsPerYear };
}

/** `debtLimit` is in steps, `months` is the length of a step. */
export const FORMS = {
    monthly: form("monthly", 12, 3),
    weekly: form("weekly", 52, 13),
};

export function beginsMonth({ stepsPerYear }, step) {
    return (step * 12) % stepsPerYear < 12;
}

export function beginsLaterYear({ stepsPerYear }, step) {
    return step > 0 && step % stepsPerYear === 0;
}
