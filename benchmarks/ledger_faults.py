"""Nothing lost: an ingest is killed at random moments, over and over, and the ledger must be whole each time.

    python -m benchmarks.ledger_faults [--kills 200] [--articles 2000]

Each round starts an ingest of the same articles into one ledger and kills it (SIGKILL) after a random while. After
every kill the file must pass SQLite's integrity check, hold no article twice or half, and have every claim's article
and reading; after the last, an ingest that is let run must end with all articles there, once each.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportedly.ledger import View

SENTENCES = (
    "Rome delivered {n} tanks to Tunis on Monday, two officials told Reuters.",
    "Le Chili a livré {n} drones au Pérou, selon le ministère.",
    "Oslo denied that it had bought {n} ships from Ankara.",
)


def article(number: int) -> dict[str, str]:
    """An article of its own, some of them with an address, some with an id, some with neither."""
    text = " ".join(SENTENCES[(number + k) % 3].format(n=number + k) for k in range(6))
    told = {"text": text, "outlet": f"Outlet {number % 7}", "published": f"2024-08-{number % 28 + 1:02}"}
    if number % 3 == 0:
        told["url"] = f"https://site{number % 7}.example/{number}"
    elif number % 3 == 1:
        told["id"] = str(number)
    return told


def check(ledger: Path) -> int:
    """How many articles there are, if all is well; the first thing that is not is raised."""
    with View(ledger) as view:
        tests = {
            "PRAGMA integrity_check": [("ok",)],
            "PRAGMA foreign_key_check": [],
            "SELECT count(*) FROM articles WHERE version IS NULL": [(0,)],
            "SELECT identity FROM articles GROUP BY identity HAVING count(*) > 1": [],
            "SELECT count(*) FROM articles a LEFT JOIN versions v ON v.number = a.version WHERE v.text IS NULL": [
                (0,)
            ],
            "SELECT count(*) FROM versions v LEFT JOIN words w ON w.rowid = v.number WHERE w.rowid IS NULL": [
                (0,)
            ],
            "SELECT count(*) FROM claims c LEFT JOIN evidences e ON e.rowid = c.number WHERE e.rowid IS NULL": [
                (0,)
            ],
        }
        for sql, expected in tests.items():
            if (found := view.rows(sql)) != expected:
                raise AssertionError(f"{sql}: {found}")
        return int(view.rows("SELECT count(*) FROM articles")[0][0])


def ingest(source: Path, ledger: Path, read: bool) -> subprocess.Popen[bytes]:
    """An ingest of its own process."""
    command = [sys.executable, "-m", "reportedly", "add", str(source), "--ledger", str(ledger)]
    return subprocess.Popen([*command, *([] if read else ["--no-read"])], stderr=subprocess.DEVNULL)


def main() -> None:
    """Kill and check, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        source, ledger = Path(folder, "articles.jsonl"), Path(folder, "news.db")
        source.write_text("".join(json.dumps(article(n)) + "\n" for n in range(args.articles)))
        seen = killed = storing = reading = 0
        for number in range(args.kills):
            read = number % 2 == 1
            running = ingest(source, ledger, read)
            time.sleep(rng.uniform(0.3, 6.0 if read else 2.5))
            killed += running.poll() is None
            running.send_signal(signal.SIGKILL)
            running.wait()
            if ledger.exists() and has_schema(ledger):
                now = check(ledger)
                if now < seen:
                    raise AssertionError(f"{seen} articles before the kill, {now} after")
                storing += seen < now < args.articles
                reading += read and now == args.articles
                seen = now
            if seen == args.articles and number % 6 == 5:
                for path in Path(folder).glob("news.db*"):
                    path.unlink()  # begin again, so that stores are interrupted too
                seen = 0
        if ingest(source, ledger, read=False).wait() != 0 or check(ledger) != args.articles:
            raise AssertionError("articles are missing at the end")
        print(
            f"{args.kills} rounds, {killed} killed while running, {storing} between two steps of storing,"
            f" {reading} while reading: nothing missing, doubled or half-written"
        )


def has_schema(ledger: Path) -> bool:
    """Whether the first kill came after the schema was made."""
    connection = sqlite3.connect(ledger)
    try:
        return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    finally:
        connection.close()


if __name__ == "__main__":
    main()
