// The reduced care market in agentscript. Localities are patches in a row, recipients and providers are breeds of
// turtles on them, and a link joins a recipient to the provider chosen.

import "./headless_canvas.mjs";

import { Model, util } from "agentscript/dist/agentscript2d.js";

import { conditionsAt, settle } from "./accounts.mjs";
import {
    arrivalAge,
    entryProbability,
    exitProbabilities,
    headCount,
    JOURNEY,
    recipientsPerSlot,
    TASTES,
    WEEKLY_HOURS,
    WORTH_OF_QUALITY,
} from "./paths.mjs";
import { runReplicates } from "./replicates.mjs";
import { Record, statisticsOf } from "./statistics.mjs";

function uniform() {
    return util.randomFloat(1);
}

function isWaiting(recipient) {
    return recipient.links.isEmpty();
}

function hasPlace(provider) {
    return provider.links.length < provider.capacity;
}

function burden(provider, recipient) {
    const journey = provider.patch === recipient.patch ? 1 : JOURNEY;
    return provider.price * journey - WORTH_OF_QUALITY[recipient.taste] * provider.quality;
}

class Market extends Model {
    constructor(size, form) {
        super({ minX: 0, maxX: size.localities - 1, minY: 0, maxY: 0 });
        this.size = size;
        this.form = form;
        this.exitProbabilities = exitProbabilities(form);
        this.entryProbability = entryProbability(form);
        this.record = new Record(size, form);
    }

    setup() {
        this.turtleBreeds("recipients providers");
        this.patches.ask((locality) => {
            this.addRecipients(locality, this.size.recipients / this.size.localities);
            for (let slot = 0; slot < this.size.slots; slot++) this.open(locality, 20 + 6 * uniform());
        });
    }

    addRecipients(locality, count) {
        locality.sprout(count, this.recipients, (recipient) => {
            recipient.age = arrivalAge(this.form, uniform(), uniform());
            recipient.taste = util.oneOf(TASTES);
            recipient.hours = util.oneOf(WEEKLY_HOURS);
        });
    }

    open(locality, price) {
        const heads = recipientsPerSlot(this.size);
        locality.sprout(1, this.providers, (provider) => {
            provider.price = price;
            provider.capacity = Math.floor(heads * (0.9 + 0.4 * uniform()) + 0.5);
            provider.quality = 0.4 + 0.4 * uniform();
            provider.cash = 1000 * heads;
            provider.stepsInDebt = 0;
        });
    }

    step() {
        this.conditions = conditionsAt(this.form, this.ticks);
        this.exit();
        this.arrive();
        this.match();
        this.patches.ask((locality) => this.trade(locality));
    }

    exit() {
        this.patches.ask((locality) => (locality.recipientExits = 0));
        // Turtles that die while their breed is asked would make it pass over others.
        const exiting = this.recipients.with((recipient) => uniform() < this.exitProbabilities[recipient.age]);
        exiting.ask((recipient) => {
            recipient.patch.recipientExits++;
            recipient.die();
        });
        this.recipients.ask((recipient) => recipient.age++);
    }

    arrive() {
        const wanted = headCount(this.size, this.form, this.ticks);
        this.patches.ask((locality) => {
            this.addRecipients(locality, wanted - this.recipients.inPatches([locality]).length);
        });
    }

    match() {
        for (let i = 0; i < this.patches.length; i++) this.matchIn(this.patches.atIndex(this.ticks + i));
    }

    matchIn(locality) {
        const seeking = this.recipients.inPatches([locality]).with(isWaiting);
        const providers = this.providers.inPatches(this.neighbourhood(locality));
        seeking.ask((recipient) => this.place(recipient, providers));
        locality.waiting = seeking.count(isWaiting);
    }

    /** The row of localities is closed to a ring; in a ring of one or two each is in reach once. */
    neighbourhood(locality) {
        return new Set([0, -1, 1].map((shift) => this.patches.atIndex(locality.id + shift)));
    }

    place(recipient, providers) {
        const open = providers.with(hasPlace);
        if (open.isEmpty()) return;
        const best = open.minOneOf((provider) => burden(provider, recipient));
        this.links.createOne(recipient, best, (link) => (link.hours = recipient.hours));
    }

    /** Accounts of the providers, their exits, and entries into the slots that were empty before. */
    trade(locality) {
        const traded = this.providers.inPatches([locality]);
        traded.ask((provider) => this.keepAccounts(provider));
        const spend = traded.sum("revenue");
        const ruined = traded.with((provider) => provider.stepsInDebt >= this.form.debtLimit);
        ruined.ask((provider) => provider.die());
        const entries = this.fill(locality, this.size.slots - traded.length);
        this.write(locality, { spend, providerExits: ruined.length, entries });
    }

    keepAccounts(provider) {
        const { price, quality, capacity, cash, stepsInDebt, links } = provider;
        const state = { price, quality, capacity, cash, stepsInDebt, clients: links.length, hours: links.sum("hours") };
        Object.assign(provider, settle(state, this.conditions, uniform()));
    }

    fill(locality, slots) {
        const staying = this.providers.inPatches([locality]);
        const price = staying.isEmpty() ? 2 * this.conditions.wage : 0.95 * staying.avg("price");
        let entries = 0;
        for (let slot = 0; slot < slots; slot++) {
            if (uniform() >= this.entryProbability) continue;
            this.open(locality, price);
            entries++;
        }
        return entries;
    }

    write(locality, flows) {
        const providers = this.providers.inPatches([locality]);
        const clients = providers.getValues((provider) => provider.links.length);
        this.record.write(this.ticks, locality.id, {
            ...flows,
            price: providers.avg("price"),
            quality: providers.avg("quality"),
            occupancy: clients.sum() / providers.sum("capacity"),
            waiting: locality.waiting,
            recipientExits: locality.recipientExits,
        });
    }
}

runReplicates("agentscript", (size, form, seed) => {
    // Its generator stands still at multiples of 2^31 - 1.
    util.randomSeed(1 + (seed % (2 ** 31 - 2)));
    const market = new Market(size, form);
    market.setup();
    for (let step = 0; step < form.steps; step++) market.step();
    return statisticsOf(market.record, market.recipients.avg("age"));
});
