"""Drives the real window from outside, as a person with a keyboard and a screen reader would: AT-SPI to look, xdotool to type.

Run below tests/support/virtual_display. Nothing of the program is linked or known here but its accessible names.

    from driver import Program
    with Program(["casebound", "--training"]) as p:
        p.find("button", "Practise as agent").press()
"""
import os
import re
import subprocess
import time
import warnings

import gi

warnings.simplefilter("ignore", DeprecationWarning)
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SKIPPED_BELOW = {"table", "tree table", "tree"}    # Qt reports every cell as a child; they are read through cells().
MOST_CHILDREN = 300


def asked(question, otherwise=None):
    """An object may go away between two questions; that is an answer, not a fault."""
    try:
        return question()
    except GLib.Error:
        return otherwise


def called(wanted, *names):
    """Whether one of the names is the wanted one, or fits it where it is a pattern: a window in another language."""
    return any(wanted.search(name) for name in names) if isinstance(wanted, re.Pattern) else wanted in names


class Thing:
    """One accessible object."""

    def __init__(self, accessible):
        self._it = accessible

    @property
    def role(self):
        return asked(self._it.get_role_name, "")

    @property
    def name(self):
        return asked(self._it.get_name, "") or ""

    @property
    def label(self):
        """What labels it: a combo box's own name is its value on Linux."""
        for relation in asked(self._it.get_relation_set, []) or []:
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
                return asked(relation.get_target(0).get_name, "") or ""
        return ""

    @property
    def description(self):
        return asked(self._it.get_description, "") or ""

    @property
    def states(self):
        found = asked(self._it.get_state_set)
        return {state.value_nick for state in found.get_states()} if found else set()

    @property
    def box(self):
        component = asked(self._it.get_component_iface)
        box = asked(lambda: component.get_extents(Atspi.CoordType.SCREEN)) if component else None
        return (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)

    @property
    def showing(self):
        return {"showing", "visible"} <= self.states and min(self.box[2:]) > 0

    @property
    def enabled(self):
        return {"enabled", "sensitive"} <= self.states

    @property
    def text(self):
        text = asked(self._it.get_text_iface)
        return asked(lambda: Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)), "") if text else ""

    def children(self):
        for index in range(min(asked(self._it.get_child_count, 0) or 0, MOST_CHILDREN)):
            child = asked(lambda i=index: self._it.get_child_at_index(i))
            if child is not None:
                yield Thing(child)

    def below(self):
        yield self
        if self.role in SKIPPED_BELOW or (self.role != "application" and "showing" not in self.states):
            return      # Items of a hidden list still call themselves showing.
        for child in self.children():
            yield from child.below()

    def press(self):
        actions = asked(self._it.get_action_iface)
        names = [Atspi.Action.get_action_name(actions, i) for i in range(Atspi.Action.get_n_actions(actions))] if actions else []
        for wanted in ("Press", "Toggle"):
            if wanted in names:
                asked(lambda: actions.do_action(names.index(wanted)))   # A dialog that opens may hold the reply back.
                return
        self.click()

    def click(self):
        x, y, width, height = self.box
        assert width > 0, f"{self} is not on the screen"
        run("xdotool", "mousemove", "--sync", x + width // 2, y + height // 2, "click", 1)

    @property
    def identity(self):
        """Tells one object from another of the same name, for as long as both live."""
        return (asked(self._it.get_accessible_id, "") or "", self.role, self.label or self.name)

    @property
    def parent(self):
        parent = asked(self._it.get_parent)
        return Thing(parent) if parent is not None else None

    @property
    def view(self):
        """The view that scrolls it, if any."""
        above = self.parent
        while above is not None and above.role not in ("frame", "dialog", "application", ""):
            if above.role in ("scroll pane", "viewport") or asked(above._it.get_accessible_id, "").endswith("qt_scrollarea_viewport"):
                return above
            above = above.parent
        return None

    @property
    def scrolled(self):
        """Within a view that scrolls: it may lie below the edge, and comes into view with the keyboard."""
        return self.view is not None

    @property
    def whole(self):
        """All of it is on the screen, none of it below the edge of the view that scrolls it."""
        view = self.view
        if view is None:
            return True
        (x, y, width, height), (a, b, w, h) = self.box, view.box
        return a <= x and b <= y and x + width <= a + w and y + height <= b + h

    def everything(self):
        """Itself and all below it, hidden or not, cells included: whatever a listener on the bus can reach."""
        yield self
        for index in range(asked(self._it.get_child_count, 0) or 0):
            child = asked(lambda i=index: self._it.get_child_at_index(i))
            if child is not None:
                yield from Thing(child).everything()

    def says(self):
        return [words for words in (self.name, self.description, self.text) if words]

    def headers(self):
        table = self._it.get_table_iface()
        found = [asked(lambda c=column: Atspi.Table.get_column_header(table, c)) for column in range(Atspi.Table.get_n_columns(table))]
        return [Thing(header).name if header else "" for header in found]

    def cells(self):
        table = self._it.get_table_iface()
        rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
        return [[Thing(Atspi.Table.get_accessible_at(table, row, column)).name for column in range(columns)] for row in range(rows)]

    def __str__(self):
        return f"{self.role} “{self.name or self.label}”"


class Program:
    def __init__(self, command, environment=None, timeout=30):
        Atspi.init()
        Atspi.set_timeout(5000, 20000)
        self.process = subprocess.Popen([str(part) for part in command], env={**os.environ, **(environment or {})})
        self.root = self.until(self._root, f"{command[0]} on the accessibility bus", timeout)

    def _root(self):
        assert self.process.poll() is None, f"the program ended with {self.process.returncode} before it showed a window"
        desktop = Atspi.get_desktop(0)
        asked(desktop.clear_cache)
        for index in range(asked(desktop.get_child_count, 0) or 0):
            candidate = asked(lambda i=index: desktop.get_child_at_index(i))
            if candidate and asked(candidate.get_process_id) == self.process.pid and asked(candidate.get_child_count, 0):
                return Thing(candidate)
        return None

    def __enter__(self):
        return self

    def __exit__(self, fault, *_):
        picture = os.environ.get("CASEBOUND_DRIVE_PICTURE")     # Where a failed drive leaves a picture of the screen.
        if fault and picture:
            subprocess.run(["import", "-silent", "-window", "root", picture], check=False)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def until(self, question, what, timeout=10):
        """Asks again until there is a true answer. The only place that waits."""
        end = time.monotonic() + timeout
        while True:
            answer = asked(question)
            if answer:
                return answer
            assert time.monotonic() < end, f"not within {timeout} s: {what}"
            time.sleep(0.05)

    def all(self, role=None, name=None):
        def fits(thing):
            if role and thing.role != role:
                return False
            if name is None:
                return True
            return called(name, thing.name, thing.label)
        return [thing for thing in self.root.below() if fits(thing) and thing.showing]

    def find(self, role=None, name=None, timeout=10):
        return self.until(lambda: next(iter(self.all(role, name)), None), f"{role or 'anything'} named {name!r}", timeout)

    def gone(self, role=None, name=None, timeout=10):
        self.until(lambda: not self.all(role, name), f"no {role or 'object'} named {name!r}", timeout)

    def field(self, name):
        """The control itself, not the label that says the same."""
        return self.until(lambda: next((t for t in self.all(None, name) if t.role in ("text", "password text", "combo box")), None), f"a field {name!r}")

    def value(self, name):
        """What stands in a field: a combo box says its value as its name, other fields have text."""
        thing = self.field(name)
        return thing.name if thing.role == "combo box" else thing.text

    def go_to(self, role, name, back=False, most=60):
        """Presses Tab until the keyboard is there."""
        passed = []
        for _ in range(most):
            at = self.focused()
            if at and (not role or at.role == role) and called(name, at.name, at.label):
                return at
            passed.append(str(at))
            self.keys("shift+Tab" if back else "Tab")
            self.settle(at.identity if at else None)
        raise AssertionError(f"Tab does not reach {role or ''} {name!r}; it passed {passed}")

    def fill(self, role, name, words):
        """By Tab and typing alone; what stood there goes."""
        self.go_to(role, name)
        self.keys("ctrl+a", "BackSpace")
        self.type(words)

    def pick(self, name, value, most=40):
        """A value of a closed list, with the arrow keys."""
        self.go_to("combo box", name)
        self.keys("Home")
        for _ in range(most):
            if called(value, self.find("combo box", name).name):
                return
            self.keys("Down")
        raise AssertionError(f"{name!r} has no value {value!r}")

    def settle(self, mark, timeout=0.6):
        """Waits for the keyboard to leave the place marked; it may well stay."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            at = self.focused()
            if at and at.identity != mark:
                return

    def windows(self):
        return [thing.name for thing in self.root.children() if thing.showing]

    def window(self, title, timeout=20):
        """Waits until the window is there and has the keyboard: keys typed earlier would go elsewhere."""
        def there():
            return any(called(title, thing.name) and thing.showing and "active" in thing.states for thing in self.root.children())
        return self.until(there, f"a window titled {title!r} with the keyboard (there are {self.windows()})", timeout)

    def focused(self):
        """The deepest focused object; text views report their viewport, so that a nameless one stands for its parent."""
        skip = {"frame", "dialog", "application", "list item", "table cell"}
        found = [thing for thing in self.root.below() if "focused" in thing.states and thing.role not in skip]
        if not found:
            return None
        above = found[-1].parent
        part = above is not None and (above.role in ("combo box", "spin button") or found[-1].identity[0].endswith("qt_scrollarea_viewport"))
        return above if part else found[-1]

    def keys(self, *names):
        run("xdotool", "key", "--clearmodifiers", "--delay", 30, *names)

    def type(self, words):
        run("xdotool", "type", "--delay", 12, "--", words)


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr.strip()}"
    return done.stdout
