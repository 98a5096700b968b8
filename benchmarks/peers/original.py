"""The algorithm of the Python package MultiRunner, written anew for the benchmark `peers`.

    original.py DIRECTORY A B C MILLISECONDS LOGS

Every worker starts the same command in the same directory. What it does there is what the package's documentation and its published
sources do:

1. Whoever finds no directory `ini` makes it. Whoever finds it empty, or has made it, makes a file in it, renames that to a name that
   is the same for all workers, and, if this succeeds, makes one file `N_to_run` for each point, with the point's arguments. Whoever
   finds a file in it goes on with what is there, even if its maker is not ready yet. A worker that makes the directory or the first
   file just after another one has ends with an error.
2. A worker lists `ini`, twice, picks one of the `*_to_run` at random, and renames it to `N_running`. When the rename fails, another
   worker was faster, and it lists again. The new name is the same for all workers.
3. It runs the point. When `N_finished` is there by then, another worker was faster, and the result is dropped. Else it stores the
   result as `results/N`, without an fsync and in place, and renames `N_running` to `N_finished`. When that fails, it tries the same
   from `N_to_run`, and then goes on.
4. A point that fails is renamed back to `N_to_run`, after a wait of up to 10 s. After 5 errors the worker ends.
5. When nothing is left to run, it runs one of the `*_running` of the others, picked at random, without a rename, so that a slow worker
   delays nobody. When it cannot read the file, since it was renamed meanwhile, the worker ends with an error.
6. It ends when nothing is left to run and nothing is running.

Three things differ. Arguments and results are JSON instead of pickles. It is Python 3, where the error of a file that is not there is an
OSError; in the Python 2 of the package, only a rename raises one. And each execution is a line in a log of the worker's own, for the
benchmark to count.
"""

import itertools
import json
import os
import random
import sys
import time

MAX_ERRORS = 5
ERROR_WAIT = 10
TO_RUN, RUNNING, FINISHED = "_to_run", "_running", "_finished"


class Runner:
    def __init__(self, directory):
        self.ini = os.path.join(directory, "ini")
        self.results = os.path.join(directory, "results")
        if not os.path.exists(self.results):
            os.mkdir(self.results)

    def generate(self, axes):
        """Makes the state files, if there are none."""
        if not os.path.exists(self.ini):
            os.mkdir(self.ini)
        elif os.listdir(self.ini):
            return
        if not self.may_generate():
            return
        for number, arguments in enumerate(itertools.product(*axes), start=1):
            with open(self.state(number, TO_RUN), "w") as file:
                json.dump(arguments, file)
        os.remove(self.handle("got"))
        if os.path.exists(self.handle("prepared")):
            os.remove(self.handle("prepared"))

    def may_generate(self):
        """Whether this worker is the one that makes the state files."""
        os.mknod(self.handle("prepared"))
        if os.path.exists(self.handle("got")):
            return False
        try:
            os.rename(self.handle("prepared"), self.handle("got"))
            return True
        except OSError:
            return False

    def run(self, experiment):
        """Takes points until none is left."""
        errors = 0
        while errors < MAX_ERRORS:
            claim = self.claim()
            if claim is None:
                return
            number, arguments = claim
            try:
                self.store(number, experiment(*arguments))
            except Exception:
                errors += 1
                time.sleep(ERROR_WAIT * random.random())
                self.try_rename(number, RUNNING, TO_RUN)

    def claim(self):
        """A point to run and its arguments, or None when all are finished."""
        while self.numbers(TO_RUN):
            waiting = self.numbers(TO_RUN)
            if not waiting:
                return None
            number = random.choice(waiting)
            if self.try_rename(number, TO_RUN, RUNNING):
                return number, self.arguments(number)
        if self.numbers(RUNNING) and not self.numbers(TO_RUN):
            number = random.choice(self.numbers(RUNNING))
            return number, self.arguments(number)
        return None

    def store(self, number, result):
        if os.path.isfile(self.state(number, FINISHED)):
            return
        with open(os.path.join(self.results, str(number)), "w") as file:
            json.dump(result, file)
        if not self.try_rename(number, RUNNING, FINISHED):
            self.try_rename(number, TO_RUN, FINISHED)

    def numbers(self, state):
        return [name[: -len(state)] for name in os.listdir(self.ini) if name.endswith(state) and not name.startswith(".")]

    def arguments(self, number):
        with open(self.state(number, RUNNING)) as file:
            return json.load(file)

    def handle(self, state):
        return os.path.join(self.ini, f"generate_ini_handle_{state}")

    def state(self, number, state):
        return os.path.join(self.ini, f"{number}{state}")

    def try_rename(self, number, before, after):
        try:
            os.rename(self.state(number, before), self.state(number, after))
            return True
        except OSError:
            return False


def main(directory, a, b, c, milliseconds, logs):
    log = open(os.path.join(logs, f"{os.getpid()}.log"), "ab", buffering=0)

    def experiment(*point):
        log.write(b"%d %d %d\n" % point)
        if milliseconds > 0:
            time.sleep(milliseconds / 1000)
        return sum(point)

    runner = Runner(directory)
    runner.generate([range(a), range(b), range(c)])
    runner.run(experiment)


if __name__ == "__main__":
    main(sys.argv[1], *(int(argument) for argument in sys.argv[2:6]), sys.argv[6])
