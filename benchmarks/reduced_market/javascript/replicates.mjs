// Runs replicates and prints what came of them.

import { createHash } from "node:crypto";

import { readOptions } from "./options.mjs";

/** From 0 to 2^32 - 1, unrelated between neighbouring seeds and replicates. */
function replicateSeed(seed, replicate) {
    return createHash("sha256").update(`${seed}:${replicate}`).digest().readUInt32LE(0);
}

/** `simulate(size, form, seed)` gives the statistics of one replicate. */
export function runReplicates(program, simulate) {
    const { size, form, replicates, seed } = readOptions(program);
    const begun = performance.now();
    const statistics = Array.from({ length: replicates }, (_, i) => simulate(size, form, replicateSeed(seed, i)));
    const report = {
        program,
        ...size,
        form: form.name,
        threads: 1,
        seconds: (performance.now() - begun) / 1000,
        peak_megabytes: process.resourceUsage().maxRSS / 1024,
        replicates: statistics,
    };
    process.stdout.write(`${JSON.stringify(report)}\n`);
}
