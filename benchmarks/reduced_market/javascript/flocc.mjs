// The reduced care market in flocc. An environment for each locality holds its recipients; the environment of the
// market holds the providers, since these serve several localities. flocc's Network is not used for the ring of
// localities: it rebuilds a matrix of all pairs with each agent added.

import { Agent, Environment, utils } from "flocc";

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

const NO_SPACE = { torus: false, width: 0, height: 0 };
// Agents that leave during a tick would make it pass over others; they are noted, and removed after it.
const IN_ORDER = { randomizeOrder: false };

class Recipient extends Agent {
    constructor(form) {
        super({
            tick: ageOrExit,
            age: arrivalAge(form, utils.uniform(), utils.uniform()),
            taste: utils.sample(TASTES),
            hours: utils.sample(WEEKLY_HOURS),
            provider: null,
        });
    }

    /** A provider that has exited no longer has an environment. */
    isWaiting() {
        const provider = this.get("provider");
        return provider === null || provider.environment === null;
    }

    moveTo(provider) {
        this.set("provider", provider);
        provider.increment("clients");
        provider.increment("hours", this.get("hours"));
    }

    leaveProvider() {
        if (this.isWaiting()) return;
        const provider = this.get("provider");
        provider.decrement("clients");
        provider.decrement("hours", this.get("hours"));
    }
}

class Provider extends Agent {
    constructor(heads, price) {
        super({
            tick: keepAccounts,
            price,
            capacity: Math.floor(heads * (0.9 + 0.4 * utils.uniform()) + 0.5),
            quality: 0.4 + 0.4 * utils.uniform(),
            cash: 1000 * heads,
            stepsInDebt: 0,
            clients: 0,
            hours: 0,
            revenue: 0,
        });
    }
}

function ageOrExit(recipient) {
    const locality = recipient.environment;
    const age = recipient.get("age");
    if (utils.uniform() < locality.market.exitProbabilities[age]) locality.exiting.push(recipient);
    else recipient.set("age", age + 1);
}

function keepAccounts(provider) {
    return settle(provider.getData(), provider.environment.get("conditions"), utils.uniform());
}

function sumOf(agents, key) {
    return utils.sum(agents.map((agent) => agent.get(key)));
}

class Locality extends Environment {
    constructor(market) {
        super(NO_SPACE);
        this.market = market;
        this.providers = [];
        this.exiting = [];
        this.addRecipients(market.size.recipients / market.size.localities);
        for (let slot = 0; slot < market.size.slots; slot++) this.open(20 + 6 * utils.uniform());
    }

    addRecipients(count) {
        for (let i = 0; i < count; i++) this.addAgent(new Recipient(this.market.form));
    }

    open(price) {
        const provider = new Provider(recipientsPerSlot(this.market.size), price);
        this.providers.push(provider);
        this.market.addAgent(provider);
    }

    exit() {
        this.exiting = [];
        this.tick(IN_ORDER);
        for (const recipient of this.exiting) {
            recipient.leaveProvider();
            this.removeAgent(recipient);
        }
        this.set("recipientExits", this.exiting.length);
    }

    match() {
        const waiting = this.getAgents().filter((recipient) => recipient.isWaiting());
        for (const recipient of waiting) {
            const provider = this.bestFor(recipient);
            if (provider !== null) recipient.moveTo(provider);
        }
        this.set("waiting", waiting.filter((recipient) => recipient.isWaiting()).length);
    }

    /** The provider in reach with a free place that is cheapest, less what the recipient would pay for its quality. */
    bestFor(recipient) {
        const worth = WORTH_OF_QUALITY[recipient.get("taste")];
        let best = null;
        let least = Infinity;
        for (const locality of this.neighbourhood) {
            const journey = locality === this ? 1 : JOURNEY;
            for (const provider of locality.providers) {
                const { clients, capacity, price, quality } = provider.getData();
                if (clients >= capacity) continue;
                const burden = price * journey - worth * quality;
                if (burden < least) {
                    least = burden;
                    best = provider;
                }
            }
        }
        return best;
    }

    /** After a tick of the market: exits of providers, and entries into the slots that were empty before it. */
    turnOver() {
        const { form, size } = this.market;
        const traded = this.providers;
        const ruined = traded.filter((provider) => provider.get("stepsInDebt") >= form.debtLimit);
        for (const provider of ruined) this.market.removeAgent(provider);
        this.providers = traded.filter((provider) => provider.environment !== null);
        this.set({
            spend: sumOf(traded, "revenue"),
            providerExits: ruined.length,
            entries: this.fill(size.slots - traded.length),
        });
    }

    fill(slots) {
        const price = this.providers.length > 0 ? 0.95 * this.meanOf("price") : 2 * this.market.get("conditions").wage;
        const before = this.providers.length;
        for (let slot = 0; slot < slots; slot++) {
            if (utils.uniform() < this.market.entryProbability) this.open(price);
        }
        return this.providers.length - before;
    }

    meanOf(key) {
        return sumOf(this.providers, key) / this.providers.length;
    }

    reading() {
        return {
            ...this.getData(),
            price: this.meanOf("price"),
            quality: this.meanOf("quality"),
            occupancy: sumOf(this.providers, "clients") / sumOf(this.providers, "capacity"),
        };
    }
}

class Market extends Environment {
    constructor(size, form) {
        super(NO_SPACE);
        this.size = size;
        this.form = form;
        this.exitProbabilities = exitProbabilities(form);
        this.entryProbability = entryProbability(form);
        this.record = new Record(size, form);
        this.localities = Array.from({ length: size.localities }, () => new Locality(this));
        this.localities.forEach((locality, place) => {
            locality.neighbourhood = [...new Set([this.at(place), this.at(place - 1), this.at(place + 1)])];
        });
    }

    at(place) {
        const { length } = this.localities;
        return this.localities[(place + length) % length];
    }

    advance() {
        const step = this.time;
        const wanted = headCount(this.size, this.form, step);
        this.set("conditions", conditionsAt(this.form, step));
        for (const locality of this.localities) locality.exit();
        for (const locality of this.localities) locality.addRecipients(wanted - locality.getAgents().length);
        for (let i = 0; i < this.localities.length; i++) this.at(step + i).match();
        this.tick(IN_ORDER);
        this.localities.forEach((locality, place) => {
            locality.turnOver();
            this.record.write(step, place, locality.reading());
        });
    }

    meanAge() {
        const recipients = this.localities.flatMap((locality) => locality.getAgents());
        return utils.mean(recipients.map((recipient) => recipient.get("age")));
    }
}

runReplicates("flocc", (size, form, seed) => {
    utils.seed(seed);
    const market = new Market(size, form);
    for (let step = 0; step < form.steps; step++) market.advance();
    return statisticsOf(market.record, market.meanAge());
});
