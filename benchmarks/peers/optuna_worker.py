"""A worker of one Optuna study: a grid of three axes in a journal file that several processes share.

    optuna_worker.py run JOURNAL A B C MILLISECONDS LOGS    takes points until the grid has been visited
    optuna_worker.py count JOURNAL                          prints how many points have a trial that completed

As Optuna's documentation has it for several processes: each starts the same program, the first one makes the study, and the
GridSampler has no seed of its own. The points do nothing but sleep. Each execution is a line in a log of the worker's own.
"""

import os
import sys
import time
import warnings

import optuna
from optuna.storages import JournalFileStorage, JournalStorage

STUDY = "points"


def open_storage(journal):
    # JournalStorage calls itself experimental in Optuna 3.1.
    warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
    return JournalStorage(JournalFileStorage(journal))


def run(journal, a, b, c, milliseconds, logs):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    axes = {"a": list(range(a)), "b": list(range(b)), "c": list(range(c))}

    log = open(os.path.join(logs, f"{os.getpid()}.log"), "ab", buffering=0)

    def objective(trial):
        point = [trial.suggest_int(name, 0, len(values) - 1) for name, values in axes.items()]
        log.write(b"%d %d %d\n" % tuple(point))
        if milliseconds > 0:
            time.sleep(milliseconds / 1000)
        return sum(point)

    study = optuna.create_study(
        study_name=STUDY,
        storage=open_storage(journal),
        sampler=optuna.samplers.GridSampler(axes),
        load_if_exists=True,
    )
    study.optimize(objective)


def count(journal):
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    trials = optuna.load_study(study_name=STUDY, storage=open_storage(journal)).get_trials(deepcopy=False)
    completed = [trial for trial in trials if trial.state == optuna.trial.TrialState.COMPLETE]
    print(len({tuple(sorted(trial.params.items())) for trial in completed}))


if __name__ == "__main__":
    if sys.argv[1] == "run":
        run(sys.argv[2], *(int(argument) for argument in sys.argv[3:7]), sys.argv[7])
    else:
        count(sys.argv[2])
