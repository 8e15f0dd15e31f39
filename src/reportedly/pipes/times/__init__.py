"""Times: dates, times of day, durations and what comes again, as TIMEX3 types and values with bounds."""

from reportedly.pipes.times.finder import find

__all__ = ["find"]
