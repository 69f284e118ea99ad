"""Which of the recorded requests were answered late, and which steps the hotline owed each of them meanwhile.

Reckoned from the file of records and the table of public holidays alone, by the written policy (docs: DESIGN, section 7),
with nothing of the house's own code: it is what the house is compared with. Standard library only.

    python3 reckon.py RECORDS.csv HOLIDAYS.json --limit N --slack SECONDS

Answers one JSON object: by the record's id its due, whether it was late, whether a special report went out by itself, and
the rungs with their instants, in milliseconds since the epoch. Rungs up to SLACK after the end of their wait are named too,
for the house may have been asked that much later.
"""

import argparse
import csv
import json
from datetime import datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
WORKING_DAY = timedelta(hours=7)
MORNING = (timedelta(hours=8, minutes=30), timedelta(hours=12))
AFTERNOON = (timedelta(hours=14), timedelta(hours=17, minutes=30))
TERMS = {"consultation": 1, "help": 5, "complaint": 5, "suggestion": 10}
KINDS = (("咨询", "consultation"), ("建议", "suggestion"), ("投诉", "complaint"), ("举报", "complaint"))
SILENT_FOR_GOOD = timedelta(days=90)


class Desk:
    """The desk's hours on the days it works."""

    def __init__(self, holidays):
        self.free, self.worked = set(holidays["holidays"]), set(holidays["workdays"])

    def slots(self, day):
        name = day.strftime("%Y-%m-%d")
        works = name in self.worked or (name not in self.free and day.weekday() < 5)
        return [(day + begin, day + end) for begin, end in (MORNING, AFTERNOON)] if works else []

    def after(self, instant, length):
        """The instant that lies so much working time later; the end of a slot rather than the beginning of the next."""
        day = instant.replace(hour=0, minute=0, second=0, microsecond=0)
        while True:
            for begin, end in self.slots(day):
                begin = max(begin, instant)
                if begin >= end:
                    continue
                if length <= end - begin:
                    return begin + length
                length -= end - begin
            day += DAY

    def days_after(self, instant, days):
        return self.after(instant, days * WORKING_DAY)


def kind_of(title):
    return next((kind for word, kind in KINDS if word in title), "help")


def every(desk, first, days, until):
    """A rung that is repeated every so many working days."""
    at = first
    while at < until:
        yield at
        at = desk.days_after(at, days)


def rungs_of(desk, asked, acknowledged, contacted, replied, term, slack):
    """The steps of one assignment to a unit online, whose director answers nothing: (subject, rung, at, end of the wait)."""

    def add(subject, rung, at, end):
        if at < end + slack:
            found.append((subject, rung, at, end))

    def repeat(subject, rung, first, days, end):
        for at in every(desk, first, days, end + slack):
            found.append((subject, rung, at, end))

    found = []
    due = desk.days_after(asked, term)
    by = desk.days_after(asked, 1)
    add("a1/acknowledge", "unread", desk.after(asked, WORKING_DAY / 2), acknowledged)
    add("a1/acknowledge", "reminder", by, acknowledged)
    repeat("a1/acknowledge", "phone", desk.after(by, 2 * HOUR), 2, acknowledged)

    add("a1/contact", "reminder", desk.days_after(acknowledged, 1), contacted)
    add("a1/contact", "missing", desk.days_after(acknowledged, 2), contacted)

    def overdue(days):
        return desk.days_after(due, days)

    end = replied
    add("a1/due", "yellow", desk.after(asked, term * WORKING_DAY * 0.75), end)
    add("a1/due", "red", due, end)
    for rung, days in (
        ("urging-notice", 1),
        ("supervision-notice", 3),
        ("talk", 5),
        ("special-report", 10),
        ("public-criticism", 12),
    ):
        add("a1/due", rung, overdue(days), end)
    repeat("a1/due", "still-overdue", overdue(15), 5, end)

    # 回执: the slip of the urging notice is awaited until the supervision notice has one of its own.
    for at in every(desk, overdue(2), 3, min(end + slack, overdue(3))):
        found.append(("a1/return-slip", "missing", at, end))
    repeat("a1/return-slip", "missing", overdue(4), 3, end)

    # Each proposal that nobody answers for two working days happens by itself, and then has to take place within three.
    for proposal, made, follows in (
        ("p1", 3, "a1/on-site"),
        ("p2", 5, "a1/talk"),
        ("p3", 10, None),
        ("p4", 12, "a1/criticism"),
    ):
        add(f"proposal/{proposal}", "unanswered", overdue(made + 2), end)
        if follows:
            repeat(follows, "overdue", overdue(made + 5), 2, end)
    return due, found, overdue(12)


def read(path, limit):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for index, row in enumerate(csv.DictReader(file)):
            if index == limit:
                return
            asked = datetime.fromisoformat(row["asked_at"]).astimezone(SHANGHAI)
            replied = row["replied_at"]
            yield index, row, asked, (
                datetime.fromisoformat(replied).astimezone(SHANGHAI) if replied else asked + SILENT_FOR_GOOD
            )


def milliseconds(instant):
    return round(instant.timestamp() * 1000)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("holidays")
    parser.add_argument("--limit", type=int, default=-1)
    parser.add_argument("--slack", type=float, default=0)
    given = parser.parse_args()
    slack = timedelta(seconds=given.slack)
    with open(given.holidays, encoding="utf-8") as file:
        desk = Desk(json.load(file))
    answer = {}
    for index, row, asked, replied in read(given.records, given.limit):
        # One unit in three is prompt, one takes the half of its time to acknowledge, one is silent until it replies.
        acknowledged = (asked, asked + (replied - asked) / 2, replied)[index % 3]
        contacted = asked if index % 3 == 0 else replied
        term = TERMS[kind_of(row["title"])]
        due, rungs, reported = rungs_of(desk, asked, acknowledged, contacted, replied, term, slack)
        answer[row["id"]] = {
            "due": milliseconds(due),
            "replied": milliseconds(replied),
            "late": replied > due,
            "reportAt": milliseconds(reported),
            "rungs": [
                {"subject": subject, "rung": rung, "at": milliseconds(at), "end": milliseconds(end)}
                for subject, rung, at, end in rungs
            ],
        }
    print(json.dumps(answer))


main()
