// Arithmetic of a provider's accounts, the same whatever keeps the provider's state.

import { beginsLaterYear, beginsMonth } from "./forms.mjs";
import { costsAt } from "./paths.mjs";

function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}

/** What all providers meet in a step. */
export function conditionsAt(form, step) {
    return {
        ...costsAt(form, step),
        months: form.months,
        uprating: beginsLaterYear(form, step) ? 0.0225 : 0,
        capacityChanges: beginsMonth(form, step),
    };
}

function nextPrice(price, occupancy, { wage, months, uprating }) {
    return clamp(price * (1 + 0.03 * months * (occupancy - 0.9) + uprating), 1.3 * wage, 3.5 * wage);
}

function nextQuality(quality, profitability, draw, { months }) {
    const drift = 0.02 * (0.6 - quality) + 0.05 * clamp(profitability, -0.2, 0.2);
    return clamp(quality + drift * months + 0.02 * Math.sqrt(months) * (2 * draw - 1), 0, 1);
}

function nextCapacity(capacity, clients, occupancy, cash) {
    const change = Math.floor(0.02 * capacity);
    if (occupancy >= 0.97 && cash > 0) return capacity + Math.max(1, change);
    if (occupancy < 0.6) return Math.max(capacity - change, clients, 10);
    return capacity;
}

/** What a step changes of a provider, and its revenue; `draw` is uniform on [0, 1). */
export function settle(provider, conditions, draw) {
    const { clients, capacity, price, quality } = provider;
    const { wage, headCost, placeCost, months, capacityChanges } = conditions;
    const hours = ((provider.hours * 52) / 12) * months;
    const revenue = price * hours;
    const margin = revenue - (1.3 * wage * hours + headCost * clients + placeCost * capacity);
    const cash = provider.cash + (margin > 0 ? 0.5 * margin : margin);
    const occupancy = clients / capacity;
    return {
        revenue,
        cash,
        price: nextPrice(price, occupancy, conditions),
        quality: nextQuality(quality, margin / Math.max(revenue, 1), draw, conditions),
        capacity: capacityChanges ? nextCapacity(capacity, clients, occupancy, cash) : capacity,
        stepsInDebt: cash < 0 ? provider.stepsInDebt + 1 : 0,
    };
}
