"""What a screen reader sees of the editor: that everything in the window that can be seen or used has a name, in Korean
and English, and that lists say what stands in their rows.

accessibility.py EDITOR CLI LANGUAGE, with a screen (with_display). Exit code 77: something is missing here, and which.
"""

import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SKIPPED = 77

try:
    import pyatspi
    from gi.repository import GLib
except ImportError as missing:
    print(f'skipped: {missing} (package python3-pyatspi)')
    sys.exit(SKIPPED)

DEADLINE = 20  # seconds
# What somebody works with. Everything of these that is shown has a name.
USED = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'password text', 'combo box', 'spin button',
        'slider', 'progress bar', 'tree table', 'table', 'list box', 'page tab', 'menu', 'menu item', 'check menu item',
        'radio menu item', 'dialog', 'frame', 'status bar'}
# Parts of others, which GTK makes.
PARTS = {'combo box', 'spin button', 'scroll bar'}

WORDS = {
    'en': {'panes': ['Documents', 'Text', 'Labels', 'Annotations', 'Selected annotation', 'Filter documents',
                     'Progress'],
           'documents': ['Documents: 가.txt, In progress, 2', 'Documents: 나.txt, New'],
           'annotations': ['Annotations: 주장, 화웨이가 왔다.', 'Annotations: 기관, 화웨이'],
           'fields': ['Label', '유형', 'Note', '화웨이가 왔다.'],
           'find': ['Find', 'Hits'],
           'dialogs': {'e': ['Export', 'Format: Mitjul XML, Mitjul on another computer: nothing is lost', 'Place'],
                       'n': ['New Project', 'Name', 'Folder'],
                       'l': ['Word List']}},
    'ko': {'panes': ['문서', '본문', '라벨', '주석', '선택한 주석', '문서 거르기', '진행 상황'],
           'documents': ['문서: 가.txt, 진행 중, 2', '문서: 나.txt, 새 문서'],
           'annotations': ['주석: 주장, 화웨이가 왔다.', '주석: 기관, 화웨이'],
           'fields': ['라벨', '유형', '메모', '화웨이가 왔다.'],
           'find': ['찾기', '찾은 결과'],
           'dialogs': {'e': ['내보내기', '형식: 밑줄 XML, 다른 컴퓨터의 밑줄. 손실이 없습니다', '위치'],
                       'n': ['새 프로젝트', '이름', '폴더'], 'l': ['낱말 목록']}},
}


def settle():
    """Takes in what has been said of changes."""
    while GLib.MainContext.default().iteration(False):
        pass


def wait_for(what, find):
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        settle()
        try:
            found = find()
        except GLib.Error:  # it went while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f'there is no {what}')


def is_in(accessible, state):
    return accessible.getState().contains(state)


def each_shown(accessible, inside=''):
    """All that is shown in it, and the menus with their items; each with the role of what it is in."""
    role = accessible.getRoleName()
    in_menu = 'menu' in role
    if not in_menu and inside and not is_in(accessible, pyatspi.STATE_SHOWING):
        return
    yield accessible, role, inside
    if role in PARTS:
        return
    for child in accessible:
        if child is not None:
            yield from each_shown(child, role)


class Editor:
    def __init__(self, program, project):
        self.process = subprocess.Popen([program, project])
        self.app = wait_for('editor on the bus', self.find_app)

    def find_app(self):
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def shown(self):
        for window in self.app:
            if window is not None and is_in(window, pyatspi.STATE_SHOWING):
                yield from each_shown(window)

    def names(self):
        return [accessible.name for accessible, _, _ in self.shown()]

    def named(self, name):
        return wait_for(f'“{name}”', lambda: next((a for a, _, _ in self.shown() if a.name == name), None))

    def focused(self):
        return next((a for a, _, _ in self.shown() if is_in(a, pyatspi.STATE_FOCUSED)), None)

    def wait_for_focus(self, name):
        """Of a row the time comes behind what is known here."""
        def is_there():
            told = (self.focused() or self.app).name
            return told == name or told.startswith(name + ', ')
        try:
            wait_for(f'focus on “{name}”', is_there)
        except AssertionError as missing:
            raise AssertionError(f'{missing}, but on {self.focused()}') from None


class Keyboard:
    """Presses keys as XTEST does, for the at-spi bus has its own ideas of what a key is."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.test = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.screen = ctypes.c_void_p(self.x11.XOpenDisplay(None))

    def press(self, key, control=False, shift=False):
        keys = (['Control_L'] if control else []) + (['Shift_L'] if shift else []) + [key]
        codes = [self.x11.XKeysymToKeycode(self.screen, ctypes.c_ulong(self.x11.XStringToKeysym(each.encode())))
                 for each in keys]
        for down, order in ((1, codes), (0, codes[::-1])):
            for code in order:
                self.test.XTestFakeKeyEvent(self.screen, code, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.screen)


def is_tick(accessible, role):
    """A tick in a row of a list; what it is for is the name of the cell beside it."""
    try:
        action = accessible.queryAction()
    except NotImplementedError:
        return False
    return role == 'table cell' and 'toggle' in [action.getName(i) for i in range(action.nActions)]


def expect_names(editor, where):
    """Everything that can be used, or take the focus, is called something."""
    nameless = []
    for accessible, role, inside in editor.shown():
        used = role in USED or is_in(accessible, pyatspi.STATE_FOCUSABLE)
        divider = role == 'separator' or inside in PARTS
        if used and not divider and not accessible.name.strip() and not is_tick(accessible, role):
            nameless.append(f'{role} in {inside}: {accessible.description!r}')
    assert not nameless, f'{where}: without a name: {nameless}'


def expect_there(editor, where, names):
    for name in names:
        wait_for(f'“{name}” in {where}: {sorted(set(editor.names()))}', lambda: name in editor.names())


def check(editor, words):
    press = Keyboard().press
    editor.named(words['panes'][0])
    expect_there(editor, 'the window', words['panes'])
    wait_for('status bar', lambda: any('annotator' in name or '0 / ' in name for name in editor.names()))
    expect_names(editor, 'the window')

    # From the text to the list of documents, and through it.
    editor.wait_for_focus(words['panes'][1])
    press('F6', shift=True)
    editor.wait_for_focus(words['documents'][0])
    press('Down')
    editor.wait_for_focus(words['documents'][1])
    press('Up')
    editor.wait_for_focus(words['documents'][0])

    # Through the text to the list of annotations, and to what is selected there.
    press('F6')
    editor.wait_for_focus(words['panes'][1])
    press('F6')
    press('Down')
    press('End')
    editor.wait_for_focus(words['annotations'][1])
    press('Up')
    editor.wait_for_focus(words['annotations'][0])
    expect_there(editor, 'the inspector', words['fields'])
    expect_names(editor, 'the window with an annotation')

    press('f', control=True)
    expect_there(editor, 'the panel for finding', words['find'])
    expect_names(editor, 'the window with the panel for finding')

    for key, names in words['dialogs'].items():
        press(key, control=True)
        expect_there(editor, f'the dialog of {key}', names)
        expect_names(editor, f'the dialog {names[0]}')
        press('Escape')
        wait_for('window without a dialog', lambda: len(list(editor.app)) == 1)


def main():
    program, cli, language = sys.argv[1:]
    # Settings in a folder of this test's own, and the bridge to the bus on.
    os.environ.pop('NO_AT_BRIDGE', None)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        os.environ['XDG_CONFIG_HOME'] = folder
        (home / 'mitjul').mkdir()
        (home / 'mitjul' / 'mitjul.conf').write_text(f'language={language}\nappearance=light\n')
        project = home / '듣기.mitjul'

        def run(*arguments, text=None):
            subprocess.run([cli, *arguments], check=True, input=text, text=True, stdout=subprocess.DEVNULL)

        run('new', project, '--schema', 'claims-entities')
        for name, text in (('가.txt', '🚀 화웨이가 왔다. 정부는 화웨이를 조사한다.\n'), ('나.txt', '🌍 가온이 새 공장을 짓는다.\n')):
            (home / name).write_text(text)
            run('import', project, home / name)
        run('settings', project, '--set', 'suggestions=off')
        run('annotate', project, '가.txt', '--from', '-',
            text='{"label":"ORG","start":2,"end":5}\n{"label":"CLAIM","start":2,"end":10}\n')
        editor = Editor(program, project)
        try:
            check(editor, WORDS[language])
        except AssertionError:
            editor.process.kill()
            raise
        Keyboard().press('q', control=True)
        assert editor.process.wait(DEADLINE) == 0
    print(f'everything has a name ({language})')


main()
