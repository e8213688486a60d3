// What is recorded of every locality and step, and the statistics by which implementations are compared.

import { headCount } from "./paths.mjs";

const SERIES = ["price", "occupancy", "waiting", "spend", "providerExits", "entries", "quality", "recipientExits"];

export class Record {
    constructor(size, form) {
        this.size = size;
        this.form = form;
        for (const series of SERIES) this[series] = new Float32Array(form.steps * size.localities);
    }

    write(step, locality, reading) {
        for (const series of SERIES) this[series][step * this.size.localities + locality] = reading[series];
    }

    from(series, step) {
        return this[series].subarray(step * this.size.localities);
    }

    step(series, step) {
        return this.from(series, step).subarray(0, this.size.localities);
    }
}

function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}

/** A locality without providers has no price, quality or occupancy: not a number, and left out. */
function mean(values) {
    const numbers = values.filter((value) => !Number.isNaN(value));
    return sum(numbers) / numbers.length;
}

function recipientsAfter({ size, form }, step) {
    return size.localities * headCount(size, form, step);
}

function recipientMonths(record, from, to) {
    let months = 0;
    for (let step = from; step < to; step++) months += recipientsAfter(record, step) * record.form.months;
    return months;
}

/** Those who may exit in a step were there after the arrivals of the step before, at first from the start. */
function exposedMonths(record) {
    const { size, form } = record;
    return size.recipients * form.months + recipientMonths(record, 0, form.steps - 1);
}

function waitingPer1000(record, from) {
    const shares = [];
    for (let step = from; step < record.form.steps; step++) {
        shares.push((1000 * sum(record.step("waiting", step))) / recipientsAfter(record, step));
    }
    return mean(shares);
}

/** Statistics of a replicate; `meanAge` is that at the end, in steps. */
export function statisticsOf(record, meanAge) {
    const { steps, stepsPerYear } = record.form;
    const lastYear = steps - stepsPerYear;
    const slots = record.size.localities * record.size.slots;
    return {
        exit1000: (1000 * sum(record.recipientExits)) / exposedMonths(record),
        price: mean(record.step("price", steps - 1)),
        occ: mean(record.from("occupancy", steps / 2)),
        wait1000: waitingPer1000(record, steps / 2),
        spendpc: sum(record.from("spend", lastYear)) / recipientMonths(record, lastYear, steps),
        pexit: (100 * sum(record.providerExits)) / slots,
        qual: mean(record.step("quality", steps - 1)),
        meanage: meanAge / stepsPerYear,
    };
}
