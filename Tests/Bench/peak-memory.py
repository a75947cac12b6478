#!/usr/bin/env python3
"""Prints the peak memory, in KiB, of the command that it runs, or nothing where that fails."""

import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL).returncode
if status == 0:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
