"""What takes a while, worked out on a thread of its own while the window goes on."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")

_LOOK = 15  # milliseconds between two looks whether it is done


class Working(QObject, Generic[T]):
    """Begins at once and says `done` on the thread of its parent. Nobody hears of one whose parent is gone.

    The thread touches nothing of Qt, so that the program may end in the middle of it.
    """

    done = Signal()

    def __init__(self, task: Callable[[], T], parent: QObject) -> None:
        super().__init__(parent)
        self._outcome: list[T] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._work, args=(task,), daemon=True)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._look)
        self._thread.start()
        self._clock.start()

    def result(self) -> T:
        """What came of it, once it is done. Raises what the task raised."""
        if self._error is not None:
            raise self._error
        return self._outcome[0]

    def drop(self) -> None:
        """Nobody wants to know any more."""
        self._clock.stop()
        self.deleteLater()

    def _work(self, task: Callable[[], T]) -> None:
        try:
            self._outcome.append(task())
        except BaseException as error:
            self._error = error

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._clock.stop()
            self.done.emit()
