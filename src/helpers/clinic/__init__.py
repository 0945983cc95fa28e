"""The clinic: ten short programs by ten authors, and what ails them.

    patient = patients()["Kofi"]
    print(patient.story)
    print(patient.listing())
    for finding in examine(patient.case()):
        print(finding.test, finding.verdict)
    mended = patient.mended(25, "dz2 = (y - np.eye(10)[t]) / len(x)")
    mended.results(range(3))

Eight have one mistake that was published, in a course, a post or a repository; one's illness is in its data; one is healthy.
The programs are files in data/patients, and they travel with the course.
"""

from helpers.clinic.patient import Patient, patients
from helpers.clinic.programs import ProgramError

__all__ = ["Patient", "ProgramError", "patients"]
