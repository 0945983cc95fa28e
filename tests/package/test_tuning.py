"""Random search: the same numbers on every executor, what a bad trial costs, and a file that a stopped search goes on from."""

import json
import math
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import types
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest

from helpers.layers import Relu, Sigmoid
from helpers.training import TrainingDiverged
from helpers.tuning import Found, Trial, choice, log, search, settings_of, uniform, whole
from helpers.tuning.spaces import Range
from helpers.tuning.trials import SPACE as TRIAL_SPACE
from helpers.tuning.trials import digits_trial, new_images, validation_images

SPACE = {"lr": log(1e-4, 1), "hidden": whole(10, 200), "momentum": uniform(0, 0.99), "kind": choice(["a", "b", "c"])}


def bowl(rng, lr, hidden, momentum, kind):
    """A score of every setting and of the trial's own random numbers; trials end in another order than they began."""
    luck = rng.random()
    time.sleep(0.02 * luck)
    return -((math.log10(lr) + 2) ** 2) - hidden / 100 + momentum + "abc".index(kind) + luck


def quiet_search(trial, space, trials, *rest, **options):
    return search(trial, space, trials, *rest, progress=False, **options)


def numbers(found):
    """All that must be equal: not the seconds, nor the words of errors."""
    return [(one.number, one.settings, one.status, one.score) for one in found.trials]


# ---------------------------------------------------------------- spaces


def draws(space, count=20_000):
    return [space.at(u) for u in np.random.default_rng(0).random(count).tolist()]


def test_uniform_and_log_are_even_in_their_own_measure():
    for space, measure, low, high in ((uniform(-3, 5), float, -3, 5), (log(1e-4, 1e2), math.log10, -4, 2)):
        values = [measure(value) for value in draws(space)]
        counts = np.histogram(values, bins=8, range=(low, high))[0]
        assert counts.sum() == 20_000 and np.abs(counts - 2500).max() < 230
        assert measure(space.at(0.0)) == pytest.approx(low) and measure(space.at(np.nextafter(1, 0))) == pytest.approx(high)
        assert all(type(value) is float for value in draws(space, 10))
    assert max(log(1e-3, 0.7).at(1 - 1e-16), uniform(0.1, 0.3).at(1.0)) <= 0.7


def test_whole_has_both_ends_and_choice_each_value():
    values = draws(whole(-2, 3))
    assert set(values) == {-2, -1, 0, 1, 2, 3} and all(type(value) is int for value in values)
    assert np.abs(np.bincount(np.array(values) + 2) - 20_000 / 6).max() < 260
    counts = np.bincount(draws(whole(1, 7, log=True)), minlength=8)
    expected = [20_000 * math.log((k + 1) / k) / math.log(8) for k in range(1, 8)]
    assert counts[0] == 0 and np.abs(counts[1:] - expected).max() < 280
    assert whole(1, 7, log=True).at(np.nextafter(1, 0)) == 7
    values = draws(choice(["x", None, (3, 4)]))
    assert {values.count(value) > 6300 for value in ("x", None, (3, 4))} == {True}


def test_a_space_says_how_it_was_made():
    spaces = [uniform(0, 1), log(1e-3, 2), whole(1, 5), whole(1, 5, log=True), choice([1, "a", [2]])]
    assert [repr(space) for space in spaces] == [
        "uniform(0.0, 1.0)",
        "log(0.001, 2.0)",
        "whole(1, 5)",
        "whole(1, 5, log=True)",
        "choice([1, 'a', [2]])",
    ]
    assert all(eval(repr(space)) == space for space in spaces)
    assert repr(choice([Relu, np.tanh, math.sin])) == "choice([Relu, tanh, sin])"  # no address, which is another in each run
    assert isinstance(whole(1, 2), Range)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: uniform(1, 1), r"uniform\(1, 1\): the lowest must be less than the highest"),
        (lambda: log(3, 2), "the lowest must be less"),
        (lambda: log(0, 1), "log needs a lowest number above 0, not 0"),
        (lambda: log(-1, 1), "above 0, not -1"),
        (lambda: whole(0, 9, log=True), "above 0"),
        (lambda: whole(1, 2.5), "whole must have two whole numbers, not 1 and 2.5"),
        (lambda: uniform(0, float("nan")), "two finite numbers"),
        (lambda: uniform(0, float("inf")), "two finite numbers"),
        (lambda: uniform("0", 1), "two finite numbers"),
        (lambda: whole(False, True), "two finite numbers"),
        (lambda: log(None, 1), "log must have two finite numbers"),
        (lambda: choice([]), "choice needs a list of values that is not empty"),
        (lambda: choice("abc"), "choice needs a list"),
        (lambda: choice(3), "choice needs a list"),
    ],
)
def test_spaces_that_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("trial", "space", "error", "message"),
    [
        (bowl, [log(1, 2)], TypeError, "space must be a dictionary"),
        (bowl, {"lr": 0.1}, TypeError, r"space\['lr'\] must be uniform.*not 0.1.*stays the same is choice\(\[value\]\)"),
        (bowl, {"lr": log}, TypeError, r"space\['lr'\] must be"),
        (bowl, {"lr": Range}, TypeError, r"space\['lr'\] must be"),
        (bowl, {"rng": log(1, 2)}, ValueError, "'rng' cannot be one"),
        (bowl, {3: log(1, 2)}, ValueError, "3 cannot be one"),
        (bowl, {"learning rate": log(1, 2)}, ValueError, "cannot be one"),
        (None, SPACE, TypeError, "trial must be a function"),
    ],
)
def test_searches_that_are_refused(trial, space, error, message):
    with pytest.raises(error, match=message):
        quiet_search(trial, space, 3)


def test_numbers_of_trials_and_seeds_that_are_refused():
    for bad in (-1, 2.5, "3", None):
        with pytest.raises(ValueError, match="trials must be a whole number from 0 up"):
            quiet_search(bowl, SPACE, bad)
        with pytest.raises(ValueError, match="seed must be a whole number from 0 up"):
            quiet_search(bowl, SPACE, 1, seed=bad)


# ---------------------------------------------------------------- one search, many executors


def test_settings_and_seeds_are_children_of_the_seed():
    for number, child in enumerate(np.random.SeedSequence(7).spawn(5)):
        settings, seed = settings_of(SPACE, 7, number)
        for_settings, for_trial = child.spawn(2)
        u = dict(zip(sorted(SPACE), np.random.default_rng(for_settings).random(4), strict=True))
        assert settings == {name: SPACE[name].at(u[name]) for name in SPACE}
        assert seed.generate_state(4).tolist() == for_trial.generate_state(4).tolist()
    backwards = dict(reversed(SPACE.items()))
    assert settings_of(backwards, 7, 3)[0] == settings_of(SPACE, 7, 3)[0]
    assert settings_of(SPACE, 8, 3)[0] != settings_of(SPACE, 7, 3)[0] != settings_of(SPACE, 7, 4)[0]


def test_the_first_trials_are_those_of_a_shorter_search():
    long, short = quiet_search(bowl, SPACE, 12, seed=3), quiet_search(bowl, SPACE, 5, seed=3)
    assert sorted(numbers(short)) == sorted(numbers(long))[:5]
    assert len({one.score for one in long.trials}) == 12


def test_the_trial_is_called_with_its_own_generator_and_settings():
    seen = []
    found = quiet_search(lambda rng, **settings: seen.append((rng.random(3).tolist(), settings)) or 1, SPACE, 4, seed=2)
    expected = [settings_of(SPACE, 2, number) for number in range(4)]
    assert seen == [(np.random.default_rng(seed).random(3).tolist(), settings) for settings, seed in expected]
    assert [one.number for one in found.trials] == [0, 1, 2, 3] and found.best.number == 0  # of equals the first


EXECUTORS = {
    "threads": lambda: ThreadPoolExecutor(3),
    "processes": lambda: ProcessPoolExecutor(2),
    "spawned processes": lambda: ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")),
}


@pytest.mark.parametrize("name", EXECUTORS)
def test_every_executor_finds_the_same(name):
    here = quiet_search(bowl, SPACE, 14, seed=5)
    assert numbers(quiet_search(bowl, SPACE, 14, EXECUTORS[name], seed=5)) == numbers(here)  # a function that makes one
    with EXECUTORS[name]() as pool:
        assert numbers(quiet_search(bowl, SPACE, 14, pool, seed=5)) == numbers(here)
        assert pool.submit(abs, -3).result() == 3  # it is still open
    assert [one.score for one in here.trials] == sorted((one.score for one in here.trials), reverse=True)


def test_an_executor_that_a_function_made_is_closed():
    made = []
    quiet_search(bowl, SPACE, 3, lambda: made.append(ThreadPoolExecutor(2)) or made[-1])
    with pytest.raises(RuntimeError, match="after shutdown"):
        made[0].submit(abs, -3)
    assert len(made) == 1


@pytest.mark.parametrize("bad", [3, "processes", object(), types.SimpleNamespace(submit=abs), lambda: None])
def test_what_is_no_executor(bad):
    with pytest.raises(TypeError, match="executor must"):
        quiet_search(bowl, SPACE, 3, bad)


# ---------------------------------------------------------------- bad trials


def ill(rng, u):
    """Trials of several illnesses, by their setting."""
    if u < 0.1:
        raise TrainingDiverged("the loss is nan at iteration 3.")
    if u < 0.2:
        return float("nan")
    if u < 0.3:
        return float("-inf")
    if u < 0.4:
        raise KeyError("lines\nand lines")
    if u < 0.5:
        sys.exit("out")
    if u < 0.6:
        return None
    if u < 0.65:
        return "0.9"
    return np.float32(u)


ILLNESSES = ["diverged"] * 3 + ["failed"] * 4
BOUNDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65]


@pytest.mark.parametrize(
    "executor", [None, ThreadPoolExecutor, partial(ProcessPoolExecutor, 2)], ids=["here", "threads", "processes"]
)
def test_a_trial_that_diverges_or_raises_costs_itself_alone(executor):
    space = {"u": uniform(0, 1)}
    found = quiet_search(ill, space, 40, executor)
    expected = {}
    for number in range(40):
        u = settings_of(space, 0, number)[0]["u"]
        expected[number] = (*ILLNESSES, "done")[sum(u >= bound for bound in BOUNDS)]
    assert {one.number: one.status for one in found.trials} == expected and len(set(expected.values())) == 3
    assert all((one.score is None) == bool(one.error) == (one.status != "done") for one in found.trials)
    assert all(
        type(one.score) is float and one.score == np.float32(one.settings["u"]) for one in found.trials if one.status == "done"
    )
    errors = {one.error for one in found.trials}
    for text in ("at iteration 3.", "the score is nan", "the score is -inf", "KeyError: 'lines\\nand lines'", "SystemExit: out"):
        assert any(text in error for error in errors), text
    assert any("returned None, and not one number. Usual cause: no return" in error for error in errors)
    statuses = [one.status for one in found.trials]
    assert statuses.index("diverged") > 0 and "done" not in statuses[statuses.count("done") :]  # those without a score last


def deadly(rng, u):
    """Some trials end their process at once, as a crash in compiled code does."""
    time.sleep(0.01)
    if u < 0.25:
        os._exit(3)
    return u


def doomed(trials, seed=0):
    return {number for number in range(trials) if settings_of({"u": uniform(0, 1)}, seed, number)[0]["u"] < 0.25}


def test_a_trial_that_kills_its_process_costs_itself_alone(tmp_path):
    made, path = [], tmp_path / "search.jsonl"

    def make():
        made.append(ProcessPoolExecutor(2))
        return made[-1]

    found = quiet_search(deadly, {"u": uniform(0, 1)}, 16, make, path=path)
    assert {one.number for one in found.trials if one.status == "died"} == doomed(16) != set()
    assert sum(one.status == "done" for one in found.trials) == 16 - len(doomed(16))
    assert all(
        "BrokenProcessPool" in one.error and "too little memory" in one.error for one in found.trials if one.status == "died"
    )
    assert len(doomed(16)) < len(made) <= 1 + 2 * len(doomed(16))  # each one breaks a pool, and then that in which it is found
    again = quiet_search(deadly, {"u": uniform(0, 1)}, 16, None, path=path)  # here it would end the tests
    assert numbers(again) == numbers(found)


def test_of_a_pool_that_was_given_what_was_not_over_is_lost_and_tried_again(tmp_path):
    path, space = tmp_path / "search.jsonl", {"u": uniform(0, 1)}
    with ProcessPoolExecutor(2) as pool:
        found = quiet_search(deadly, space, 16, pool, path=path)
        with pytest.raises(TypeError, match="BrokenProcessPool"):
            quiet_search(deadly, space, 1, pool)
    lost = [one for one in found.trials if one.status == "lost"]
    assert doomed(16) <= {one.number for one in lost} and {one.status for one in found.trials} <= {"lost", "done"}
    assert all("Give search a function that makes the executor" in one.error and one.score is None for one in lost)
    assert len(path.read_text().splitlines()) == 1 + 16 - len(lost)
    again = quiet_search(deadly, space, 16, partial(ProcessPoolExecutor, 2), path=path)
    assert {one.number for one in again.trials if one.status == "died"} == doomed(16)


def dies_once(rng, file):
    """Whichever trial comes first ends its process; run again, all are well."""
    try:
        open(file, "x").close()
    except FileExistsError:
        return 1.0
    os._exit(3)


def test_a_process_that_dies_once_costs_no_trial(tmp_path):
    space = {"file": choice([str(tmp_path / "file")])}
    found = quiet_search(dies_once, space, 6, partial(ProcessPoolExecutor, 2))
    assert [one.status for one in found.trials] == ["done"] * 6 and (tmp_path / "file").exists()


def test_a_trial_that_processes_cannot_import_is_named():
    def inner(rng):
        return 1.0

    for trial in (lambda rng: 1.0, inner, partial(inner)):
        with pytest.raises(
            TypeError, match="cannot be handed the trial .*a lambda, a function inside another.*from my_trial import trial"
        ):
            quiet_search(trial, {}, 2, partial(ProcessPoolExecutor, 1))
        assert quiet_search(trial, {}, 2, ThreadPoolExecutor).best.score == 1  # threads share what is here


def test_a_notebooks_function_is_refused_also_where_it_might_work():
    code = """
        from concurrent.futures import ProcessPoolExecutor
        from helpers.tuning import search
        def trial(rng):
            return rng.random()
        print(search(trial, {}, 2, progress=False).best.status)
        try:
            search(trial, {}, 2, ProcessPoolExecutor, progress=False)
        except TypeError as error:
            print("refused:", "written in a notebook" in str(error))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["done", "refused: True"], done.stderr


# ---------------------------------------------------------------- the file


def test_each_trial_is_a_line_as_soon_as_it_is_over(tmp_path):
    path, lines = tmp_path / "search.jsonl", []

    def trial(rng, lr, layer):
        lines.append(path.read_text().splitlines())
        return lr

    space = {"lr": log(1e-3, 1), "layer": choice([Relu, Sigmoid])}
    found = quiet_search(trial, space, 4, seed=6, path=str(path))
    assert [len(seen) for seen in lines] == [1, 2, 3, 4]
    first, *rest = map(json.loads, path.read_text().splitlines())
    assert first == {"search": {"seed": 6, "space": {"layer": "choice([Relu, Sigmoid])", "lr": "log(0.001, 1.0)"}}}
    by_number = sorted(found.trials, key=lambda one: one.number)
    for line, one in zip(rest, by_number, strict=True):
        assert (line["trial"], line["status"], line["score"], line["seconds"]) == (one.number, "done", one.score, one.seconds)
        assert line["settings"] == {"lr": one.settings["lr"], "layer": one.settings["layer"].__name__}


def counted(calls, rng, **settings):
    calls.append(settings)
    return bowl(rng, **settings)


def test_a_stopped_search_goes_on_and_a_longer_one_adds_to_it(tmp_path):
    path, calls = tmp_path / "search.jsonl", []
    whole_search = quiet_search(bowl, SPACE, 9, seed=1)
    quiet_search(partial(counted, calls), SPACE, 4, seed=1, path=path)
    found = quiet_search(partial(counted, calls), SPACE, 9, partial(ThreadPoolExecutor, 2), seed=1, path=path)
    assert numbers(found) == numbers(whole_search) and len(calls) == 9
    before = path.read_bytes()
    assert numbers(quiet_search(partial(counted, calls), SPACE, 9, seed=1, path=path)) == numbers(whole_search)
    assert len(quiet_search(partial(counted, calls), SPACE, 2, seed=1, path=path).trials) == 2
    assert len(calls) == 9 and path.read_bytes() == before


def test_a_last_line_that_was_cut_off_is_dropped_wherever_it_was_cut(tmp_path):
    path = tmp_path / "search.jsonl"
    found = quiet_search(bowl, SPACE, 3, seed=1, path=path)
    full = path.read_bytes()
    last = full[:-1].rfind(b"\n") + 1
    for end in (*range(last, len(full), 23), len(full) - 1):
        calls = []
        path.write_bytes(full[:end])
        assert numbers(quiet_search(partial(counted, calls), SPACE, 3, seed=1, path=path)) == numbers(found)
        assert len(calls) == 1
        assert [json.loads(line).get("trial") for line in path.read_text().splitlines()] == [None, 0, 1, 2]
    for end in (0, 10, full.index(b"\n")):  # in the first line
        path.write_bytes(full[:end])
        assert numbers(quiet_search(bowl, SPACE, 3, seed=1, path=path)) == numbers(found)
        assert len(path.read_text().splitlines()) == 4


@pytest.mark.parametrize(
    ("space", "seed", "message"),
    [
        (SPACE, 2, "another seed, 1, and not 2"),
        (SPACE | {"lr": log(1e-4, 2)}, 1, r"another space, .*log\(0.0001, 1.0\).* and not .*log\(0.0001, 2.0\)"),
        ({"lr": SPACE["lr"]}, 1, "another space"),
    ],
)
def test_a_file_of_another_search_is_refused_and_stays(tmp_path, space, seed, message):
    path = tmp_path / "search.jsonl"
    quiet_search(bowl, SPACE, 2, seed=1, path=path)
    before = path.read_bytes()
    with pytest.raises(ValueError, match=f"search.jsonl belongs to a search with {message}"):
        quiet_search(bowl, space, 2, seed=seed, path=path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"a poem\nof two lines\n", b"a poem", b"[1, 2]\n", b'{"loss": 3}\n', b"\x89PNG\r\n\x1a\n\x00", b"3\n", b"\n"],
)
def test_a_file_of_something_else_is_refused_and_stays(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="is not a file of a search"):
        quiet_search(bowl, SPACE, 2, path=path)
    assert path.read_bytes() == content


def test_a_damaged_line_in_the_middle_is_named(tmp_path):
    path = tmp_path / "search.jsonl"
    quiet_search(bowl, SPACE, 3, path=path)
    lines = path.read_bytes().splitlines(keepends=True)
    for bad in (b"{\n", b"3\n", b'{"trial": 1}\n'):
        path.write_bytes(b"".join([*lines[:2], bad, *lines[3:]]))
        with pytest.raises(ValueError, match="or is damaged: its line 3 begins with"):
            quiet_search(bowl, SPACE, 3, path=path)


def test_a_folder_that_is_not_there_is_met_before_any_trial(tmp_path):
    calls = []
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        quiet_search(partial(counted, calls), SPACE, 3, path=tmp_path / "no" / "search.jsonl")
    assert calls == []


# ---------------------------------------------------------------- interrupts and the progress bar


def test_an_interrupt_keeps_what_is_over(tmp_path):
    path, turns = tmp_path / "search.jsonl", []

    def trial(rng, u):
        turns.append(u)
        if len(turns) == 4:
            raise KeyboardInterrupt
        return u

    found = quiet_search(trial, {"u": uniform(0, 1)}, 9, path=path)
    assert found.interrupted and sorted(one.number for one in found.trials) == [0, 1, 2]
    again = quiet_search(trial, {"u": uniform(0, 1)}, 9, path=path)
    assert not again.interrupted and sorted(one.number for one in again.trials) == list(range(9)) and len(turns) == 10


@pytest.mark.skipif(threading.current_thread() is not threading.main_thread(), reason="signals come to the main thread")
def test_a_trial_that_meets_the_interrupt_itself_as_fit_does_is_not_kept():
    def trial(rng, u):
        if len(seen) == 2:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                return 99.0  # half trained
        seen.append(u)
        return u

    seen, before = [], signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        found = quiet_search(trial, {"u": uniform(0, 1)}, 9)
        assert found.interrupted and len(found.trials) == 2 and found.best.score < 1
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


SCRIPT = """
    import signal, sys
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in a shell's background inherits a Ctrl-C that is ignored
    sys.path.insert(0, {tests!r})
    from test_tuning import ProcessPoolExecutor, partial, quiet_search, slow, uniform
    if __name__ == "__main__":
        found = quiet_search(slow, {{"u": uniform(0, 1)}}, 2000, partial(ProcessPoolExecutor, 2), path={path!r})
        print(found.interrupted, len(found.trials), flush=True)
"""


def slow(rng, u):
    time.sleep(0.02)
    return u


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_a_real_interrupt_of_processes(tmp_path):
    path, script = tmp_path / "search.jsonl", tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT.format(tests=os.path.dirname(__file__), path=str(path))))
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    ) as process:
        while not path.exists() or path.read_bytes().count(b"\n") < 5:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        output, errors = process.communicate(timeout=600)
    assert process.returncode == 0, errors
    interrupted, count = output.split()
    lines = path.read_text().splitlines()
    assert interrupted == "True" and 4 <= int(count) == len(lines) - 1 < 2000
    found = quiet_search(slow, {"u": uniform(0, 1)}, int(count) + 3, path=path)
    assert numbers(found) == numbers(quiet_search(slow, {"u": uniform(0, 1)}, int(count) + 3))


@pytest.mark.parametrize(
    ("variables", "options", "shown"), [({}, {}, True), ({"TQDM_DISABLE": "1"}, {}, False), ({}, {"progress": False}, False)]
)
def test_progress_bar(monkeypatch, capsys, variables, options, shown):
    monkeypatch.delenv("TQDM_DISABLE", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    search(bowl, SPACE, 5, **options)
    output, errors = capsys.readouterr()
    assert output == ""
    assert ("5/5" in errors and "best " in errors) if shown else errors == ""


# ---------------------------------------------------------------- what was found


def test_found_in_words():
    trials = [
        Trial(0, {"lr": 0.123456, "kind": "a"}, "done", 0.5, seconds=1.25),
        Trial(1, {"lr": 1e-5, "kind": Relu}, "diverged", error="the loss is nan", seconds=0.5),
        Trial(2, {"lr": 0.25, "kind": "b"}, "done", 0.98765, seconds=12.0),
        Trial(3, {"lr": 0.5, "kind": "b"}, "done", -0.1),
    ]
    found = Found(trials)
    assert [one.number for one in found.trials] == [2, 0, 3, 1] and found.best is trials[2]
    assert repr(found) == "Found(3 done, 1 diverged; best 0.9877 with lr=0.25, kind='b')"
    assert found.table().splitlines() == [
        "trial   score     lr  kind  seconds  status",
        "    2  0.9877   0.25   'b'     12.0  done",
        "    0     0.5  0.123   'a'      1.2  done",
        "    3    -0.1    0.5   'b'      0.0  done",
        "    1          1e-05  Relu      0.5  diverged: the loss is nan",
    ]
    assert repr(Found([], True)) == "Found(no trials; interrupted)" and Found([]).best is None
    assert Found([]).table() == "trial  score  seconds  status"
    assert repr(Found([Trial(0, {}, "done", 1.0)])) == "Found(1 done; best 1 with no settings)"
    assert Found(trials[1:2]).best is None and repr(Found(trials[1:2])) == "Found(1 diverged)"


# ---------------------------------------------------------------- a cluster


@pytest.fixture(scope="module")
def client():
    """A Dask scheduler with two worker processes."""
    distributed = pytest.importorskip("distributed", exc_type=ImportError)
    dask = pytest.importorskip("dask")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def where(rng):
    time.sleep(0.2)
    return os.getpid()


def test_a_cluster_of_two_processes_finds_the_same(client):
    with client.get_executor() as pool:
        assert numbers(quiet_search(bowl, SPACE, 14, pool, seed=5)) == numbers(quiet_search(bowl, SPACE, 14, seed=5))
        workers = {one.score for one in quiet_search(where, {}, 6, pool).trials}
    assert len(workers) == 2 and os.getpid() not in workers
    assert numbers(quiet_search(bowl, SPACE, 5, client.get_executor)) == numbers(quiet_search(bowl, SPACE, 5))
    with pytest.raises(TypeError, match=r"A Dask client gives one: client.get_executor\(\)"):
        quiet_search(bowl, SPACE, 2, client)


def test_bad_trials_on_a_cluster_cost_themselves_alone(client):
    with client.get_executor() as pool:
        found = quiet_search(ill, {"u": uniform(0, 1)}, 12, pool)
        assert numbers(found) == numbers(quiet_search(ill, {"u": uniform(0, 1)}, 12))
        found = quiet_search(deadly, {"u": uniform(0, 1)}, 6, pool, seed=DASK_SEED)
    assert {one.number for one in found.trials if one.status == "died"} == doomed(6, DASK_SEED) != set()
    assert sum(one.status == "done" for one in found.trials) == 6 - len(doomed(6, DASK_SEED))
    assert "KilledWorker" in next(one.error for one in found.trials if one.status == "died")


DASK_SEED = next(seed for seed in range(100) if len(doomed(6, seed)) == 1)


# ---------------------------------------------------------------- the trial that is ready


def test_the_ready_trial_is_the_same_on_processes():
    few = partial(digits_trial, iterations=20)
    here = quiet_search(few, TRIAL_SPACE, 4, seed=2)
    there = quiet_search(few, TRIAL_SPACE, 4, lambda: ProcessPoolExecutor(2), seed=2)
    assert numbers(here) == numbers(there) and all(one.status == "done" for one in here.trials)


def test_the_ready_trial_learns_and_can_diverge():
    good = quiet_search(digits_trial, {"lr": choice([0.03]), "weight_decay": choice([1e-4])}, 1)
    assert 0.9 < good.best.score < 1
    (lost,) = quiet_search(digits_trial, {"lr": choice([9.0]), "weight_decay": choice([0.9])}, 1).trials
    assert lost.status == "diverged" and lost.score is None
    with pytest.raises(ValueError, match="iterations"):
        digits_trial(np.random.default_rng(0), 0.1, 0.0, iterations=-1)


def test_the_images_of_the_ready_trial_do_not_overlap():
    seen = [{image.tobytes() for image in x} for x, _ in (validation_images(), new_images())]
    assert [len(t) for _, t in (validation_images(), new_images())] == [300, 1197] and not seen[0] & seen[1]
