"""What the tests of helpers.checkup find, and what the clinic's mistakes cost: data/studies/clinic.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_clinic.py                  everything, about four minutes on one core
    OPENBLAS_NUM_THREADS=1 python tools/study_clinic.py patients         only these parts: patients, effects, mnist, others

Lesson 11 shows the file. "table", "mended": patients × tests, True for healthy, False for ill, null where a test cannot tell.
"verdicts": what the tests say of the ill. "effects": five seeds of each program as it was written and with its line mended, on
the bundled digits, and on MNIST where the program carries over. "broken", "sound", "odd": the same tests on broken copies of
other networks, on the networks of the course, and on sound ones that only look odd.
MNIST is needed for the part mnist alone: python -m helpers.datasets mnist.
"""

import dataclasses
import json
import re
import sys
import time
from pathlib import Path

import numpy as np
from broken_copies import BROKEN
from sound_networks import ODD, SOUND
from study import percent

from helpers.checkup import TESTS
from helpers.clinic import patients
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "clinic.json"
ABOUT = (
    "Made by tools/study_clinic.py. Tests: helpers.checkup; programs: helpers.clinic, on the bundled digits, and on MNIST with "
    "inputs of 784 pixels in place of 64 and nothing else changed (55,000 training images, 5,000 validation images, as many "
    "steps as on the digits). Accuracies in %, measured by helpers.checkup from five starts. seconds: of one processor core."
)
SEEDS = range(5)
CLAIMS = {  # what was said of the mistake, or of a result that was had with it, where it was published
    "Kofi": "The post calls its result perfect, and names no number. It trains on all pictures at once, where m is almost right.",
    "Lars": "The tutorial shows errors that fall and accuracies that rise; of the slope it says nothing.",
    "Amara": "Not claimed: what the post's program does when the division by 255 is left out.",
    "Yuki": "The post says that the loss becomes smaller and smaller. That is true.",
    "Mateo": "Not claimed: a trap beside the post's update, which is right as it stands.",
    "Priya": "The post says that large weights make activations very large or very small.",
    "Zeynep": "The post says that the loss tends to fall. That is true.",
    "Tomasz": "Nothing: it was made for this course.",
    "Ines": "The page reports 88 % and 97 % without saying of which pictures; they are training pictures.",
    "Leilani": "The post calls its result perfect, and names no number.",
}
ON_MNIST = ("Kofi", "Lars", "Yuki", "Mateo", "Priya", "Zeynep", "Leilani")  # the others make their own data


def cured(patient):
    return patient.mended(patient.line, patient.cure)


def examined(case, spent):
    """{test: Finding}; the seconds of each test are appended to spent."""
    found = {}
    for name, test in TESTS.items():
        before = time.process_time()
        found[name] = test(case)
        spent.setdefault(name, []).append(time.process_time() - before)
    return found


def healthy(findings):
    return {name: finding.healthy for name, finding in findings.items()}


def study_patients(chosen=None, tests=examined):
    """Patients × tests, ill and mended, the verdicts on the ill, and the seconds a test takes."""
    result, spent = {"table": {}, "mended": {}, "verdicts": {}}, {}
    for name, patient in (chosen or patients()).items():
        found = tests(patient.case(), spent)
        result["table"][name] = healthy(found)
        result["verdicts"][name] = {test: finding.verdict for test, finding in found.items()}
        if patient.line:
            result["mended"][name] = healthy(tests(cured(patient).case(), spent))
        print(name, [test for test, fine in result["table"][name].items() if fine is False], flush=True)
    seconds = {name: {"median": round(float(np.median(v)), 3), "largest": round(max(v), 2)} for name, v in spent.items()}
    return result | {"seconds": seconds}


def accuracies(patient, seeds, parts=("train", "val")):
    case = patient.case()
    networks = [case.trained(seed)[0] for seed in seeds]
    return {part: [percent(case.accuracy(network, part)) for network in networks] for part in parts}


def study_effects(chosen=None, seeds=SEEDS):
    """{name: source, claim, and accuracies on the digits}."""
    result = {}
    for name, patient in (chosen or patients()).items():
        result[name] = {"answer": patient.answer, "source": patient.source, "claim": CLAIMS[name]}
        result[name]["ill"] = accuracies(patient, seeds)
        if patient.line:
            result[name]["mended"] = accuracies(cured(patient), seeds)
        print(name, result[name]["ill"], result[name].get("mended"), flush=True)
    return {"effects": result}


def on_mnist(patient):
    """The same program on MNIST: 784 inputs for 64, and not a word more."""
    program = re.sub(r"\b64\b", "784", patient.program)
    program = program.replace("load_digits", "load_mnist")
    return dataclasses.replace(patient, program=program, cure=re.sub(r"\b64\b", "784", patient.cure))


def study_mnist(seeds=SEEDS):
    """{name: validation accuracies on MNIST}."""
    result = {}
    for name in ON_MNIST:
        patient = on_mnist(patients()[name])
        result[name] = {"ill": accuracies(patient, seeds, ["val"])["val"]}
        result[name]["mended"] = accuracies(cured(patient), seeds, ["val"])["val"]
        print(name, "on MNIST", result[name], flush=True)
    return {"mnist": result}


def study_others(groups=None):
    """Broken copies, the course's networks, and odd sound ones × tests, and the number of false alarms."""
    groups = groups or {"broken": BROKEN, "sound": SOUND, "odd": ODD}
    result = {}
    for group, cases in groups.items():
        result[group], spent = {}, {}
        for name, make in cases.items():
            result[group][name] = healthy(examined(make(), spent))
            found = [test for test, fine in result[group][name].items() if fine is False]
            print(f"{group}: {name}: {', '.join(found) or 'nothing'}", flush=True)
    rows = [row for group in ("sound", "odd") for row in result.get(group, {}).values()]
    result["false_alarms"] = sum(fine is False for row in rows for fine in row.values())
    result["broken_found"] = sum(False in row.values() for row in result.get("broken", {}).values())
    return result


ORDER = ("about", "tests", "table", "mended", "verdicts", "seconds", "effects", "mnist", "broken", "sound", "odd")
ORDER += ("false_alarms", "broken_found", "cpu_seconds")
PARTS = {"patients": study_patients, "effects": study_effects, "mnist": study_mnist, "others": study_others}


def as_text(study):
    """JSON with a line for each entry of a table."""
    lines = []
    for key, value in study.items():
        if isinstance(value, dict):
            rows = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
            lines.append(f" {json.dumps(key)}: {{\n{rows}\n }}")
        else:
            lines.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(names=()):
    """Make these parts anew, or all; the others stay as they are in the file."""
    unknown = set(names) - set(PARTS)
    if unknown:
        return f"There is no part {', '.join(sorted(unknown))}. There are {', '.join(PARTS)}."
    made, cpu = {}, {}
    for name in names or PARTS:
        before = time.process_time()
        made |= PARTS[name]()
        cpu[name] = round(time.process_time() - before, 1)
    write(made, cpu)
    return None


def write(made, cpu):
    """Put these entries into the file; others stay."""
    old = json.loads(STUDY.read_text(encoding="utf-8")) if STUDY.exists() else {}
    found = old | made | {"about": ABOUT, "tests": list(TESTS), "cpu_seconds": old.get("cpu_seconds", {}) | cpu}
    with replacing(STUDY) as file:
        file.write(as_text({key: found[key] for key in ORDER if key in found}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
