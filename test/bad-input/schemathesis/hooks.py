"""What Schemathesis must know of the house that it tries: who may do what, to what, and with which revision."""

import json
import os
from itertools import count
from threading import Lock

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

with open(os.environ["HOTLINE_HOUSE"], encoding="utf-8") as file:
    HOUSE = json.load(file)

# The engine that reads the patterns needs a third of a second for each text that may be long: a request in forty takes a
# minute. Texts that are too long are sent by nasty-strings.integration.spec.ts.
LONG = 200

turns = {}
lock = Lock()


def id_of(operation):
    return operation.definition.raw.get("operationId")


def person_for(case, context):
    return HOUSE["who"].get(id_of(context.operation), "director")


@schemathesis.auth(cache_by_key=person_for)
class Session:
    """The session of a person who may."""

    def get(self, case, context):
        return HOUSE["tokens"][person_for(case, context)]

    def set(self, case, token, context):
        case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def before_load_schema(context, raw_schema):
    without_long_limits(raw_schema)


def without_long_limits(part):
    if isinstance(part, dict):
        if isinstance(part.get("maxLength"), int) and part["maxLength"] > LONG:
            del part["maxLength"]
        for value in part.values():
            without_long_limits(value)
    elif isinstance(part, list):
        for value in part:
            without_long_limits(value)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Aims a request that was made up at something there is, where it is as the document says."""
    if case.meta is None:
        return
    if is_as_the_document_says(case, ParameterLocation.BODY) and isinstance(case.body, dict):
        case.body = in_this_city(case.body)
    if case.meta.phase.name == TestPhase.STATEFUL:
        return
    target = target_of(id_of(case.operation))
    if target is None:
        return
    if is_as_the_document_says(case, ParameterLocation.PATH):
        case.path_parameters = {**(case.path_parameters or {}), **target["path"]}
    if "If-Match" in case.headers and is_as_the_document_says(case, ParameterLocation.HEADER):
        case.headers["If-Match"] = f'"{target["revision"]}"'


@schemathesis.hook
def after_call(context, case, response):
    etag = (response.headers.get("etag") or [None])[0]
    for target in HOUSE["targets"].get(id_of(case.operation), []):
        if etag is not None and target["path"] == case.path_parameters:
            target["revision"] = int(etag.strip('"'))


def target_of(operation_id):
    targets = HOUSE["targets"].get(operation_id, [])
    with lock:
        turn = next(turns.setdefault(operation_id, count()))
    return targets[turn % len(targets)] if targets else None


def is_as_the_document_says(case, location):
    component = case.meta.components.get(location)
    return component is not None and component.mode.is_positive


def in_this_city(value, name=None):
    """A body with units and categories that there are; every other text is left as it is."""
    if isinstance(value, dict):
        return {key: in_this_city(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [in_this_city(item, name) for item in value]
    known = HOUSE["known"].get(name)
    return known[len(value) % len(known)] if known and isinstance(value, str) else value
