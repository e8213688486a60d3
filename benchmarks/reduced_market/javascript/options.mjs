// Command line of every implementation in this folder.

import { parseArgs } from "node:util";

import { FORMS } from "./forms.mjs";

const SIZES = {
    county: { localities: 5, slots: 40, recipients: 20_000 },
    england: { localities: 1_500, slots: 10, recipients: 1_500_000 },
};

const DEFINITIONS = {
    size: { type: "string", default: "county" },
    form: { type: "string", default: "monthly" },
    replicates: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: "1" },
};

function sizeFrom(text) {
    if (Object.hasOwn(SIZES, text)) return SIZES[text];
    const parts = /^(\d+)x(\d+)x(\d+)$/.exec(text);
    if (parts === null) throw new Error("--size is county, england or LxPxN, such as 5x40x20000");
    const [localities, slots, recipients] = parts.slice(1).map(Number);
    if (Math.min(localities, slots, recipients) < 1) throw new Error("--size: every part is at least 1");
    if (recipients % localities !== 0) {
        throw new Error("--size: recipients must divide evenly among the localities");
    }
    return { localities, slots, recipients };
}

function formFrom(name) {
    if (!Object.hasOwn(FORMS, name)) throw new Error(`--form is ${Object.keys(FORMS).join(" or ")}`);
    return FORMS[name];
}

function wholeNumber(name, text, least) {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
        throw new Error(`--${name} is a whole number of at least ${least}`);
    }
    return value;
}

function optionsFrom(args) {
    const { values } = parseArgs({ args, options: DEFINITIONS });
    if (values.threads !== "1") throw new Error("--threads is 1: there are no others");
    return {
        size: sizeFrom(values.size),
        form: formFrom(values.form),
        replicates: wholeNumber("replicates", values.replicates, 1),
        seed: wholeNumber("seed", values.seed, 0),
    };
}

/** Options of this process; ends it with status 2 if they cannot be understood. */
export function readOptions(program) {
    try {
        return optionsFrom(process.argv.slice(2));
    } catch (error) {
        process.stderr.write(`${program}: ${error.message}\n`);
        process.exit(2);
    }
}
