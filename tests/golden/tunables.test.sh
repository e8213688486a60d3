#!/usr/bin/env bash
# label: no-sanitizer
# The golden run has the same bits when the C library is told to do without the processor's fused multiply-add and
# 256-bit instructions, that is, when std::exp, std::log and std::pow take other code with other last bits.
# Names are those of glibc 2.33 and later: AVX2, FMA, FMA4; up to 2.32 they were AVX2_Usable and so on.
# TESTS_MODEL names the test program; without it, the one in the build folder of MODEL_LIBRARY.
set -euo pipefail
tests_model=${TESTS_MODEL:-$(dirname "$MODEL_LIBRARY")/../tests/tests_model}
tunables=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4
[ -x "$tests_model" ] || {
    echo "there is no test program at $tests_model"
    exit 77
}

# Bits of the C library's own exp: proof that the tunable reached it.
probe()
{
    "${PYTHON:-python3}" - <<'PROBE'
import hashlib, math, struct
values = b"".join(struct.pack("d", f(0.001 * i + 1e-7 * i * i)) for i in range(1, 20000) for f in (math.exp, math.log))
print(hashlib.sha256(values).hexdigest())
PROBE
}
usual=$(probe)
without=$(GLIBC_TUNABLES=$tunables probe)
if [ "$usual" = "$without" ]; then
    echo "The C library's exp and log have the same bits with $tunables:"
    echo "this processor or this C library has nothing to switch off, so the test would show nothing."
    exit 77
fi
echo "std::exp and std::log change with $tunables; the golden run must not:"
"$tests_model" --warn NoTests "Golden run*"
GLIBC_TUNABLES=$tunables "$tests_model" --warn NoTests "Golden run*"
