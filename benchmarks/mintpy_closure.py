# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Times MintPy's own phase closure; `bench_closure.py` runs it in MintPy's environment.

Takes a stack file with connected components, and prints the CPU seconds of the count of triplets
and of the correction as the last line. The corrected phase is a further dataset of the file.
"""

import os
import sys
import time


def main():
    for name in ("OMP", "OPENBLAS", "MKL"):
        os.environ[f"{name}_NUM_THREADS"] = "1"
    import matplotlib

    matplotlib.use("Agg")
    from mintpy import unwrap_error_phase_closure as closure
    from mintpy.cli.unwrap_error_phase_closure import cmd_line_parse

    stack, mask = sys.argv[1:3]
    begin = time.process_time()
    closure.calc_num_triplet_with_nonzero_integer_ambiguity(stack, update_mode=False)
    counted = time.process_time() - begin
    inps = cmd_line_parse([stack, "-c", mask, "-a", "correct", "--min-area", "100"])
    begin = time.process_time()
    closure.run_unwrap_error_phase_closure(inps)
    print(counted, time.process_time() - begin)


if __name__ == "__main__":
    main()
