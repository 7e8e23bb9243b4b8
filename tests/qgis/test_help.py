# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The help that comes along: a page a tool, up to date, without dead links, for offline use."""

import importlib
import re
import shlex
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "docs" / "help"
REMEDY = "run python3 scripts/make_help.py"
SECTIONS = ("Method", "Reading the result", "Limits", "Example")


@pytest.fixture(scope="module")
def scripts():
    """Imports a module of the folder of scripts."""
    sys.path.insert(0, str(ROOT / "scripts"))
    yield importlib.import_module
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="module")
def made(plugin, scripts):
    """The pages as they have to be, by name."""
    from groundshift.processing_provider.tool import GROUPS

    help_maker = scripts("make_help")
    return help_maker.pages(help_maker.listed(plugin.provider), GROUPS)


class Page(HTMLParser):
    """Addresses, ids and tags of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loaded, self.ids, self.tags, self.open = [], [], set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.add(tag)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        else:
            self.loaded += [values[key] for key in ("src", "href") if key in values]
        if tag not in ("meta", "link", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, "tags are crossed"


@pytest.fixture(scope="module")
def parsed():
    return {path.name: Page(path.read_text(encoding="utf-8")) for path in HELP.glob("*.html")}


def written(name):
    return (HELP / "text" / f"{name}.md").read_text(encoding="utf-8")


def test_every_tool_has_a_text(plugin):
    for tool in plugin.provider.algorithms():
        path = HELP / "text" / f"{tool.name()}.md"
        assert path.is_file(), f"write {path}"
        titles = re.findall(r"^## (.*)", path.read_text(encoding="utf-8"), re.M)
        wanted = SECTIONS if hasattr(tool, "SUMMARY") else ("When to use it",)
        assert tuple(titles) == wanted, path


def test_no_text_is_left_of_a_tool_that_is_gone(made):
    for path in (HELP / "text").iterdir():
        assert f"{path.stem}.html" in made, path


def test_the_pages_are_up_to_date(made):
    assert {path.name for path in HELP.glob("*.html")} == set(made), REMEDY
    for name, content in made.items():
        assert (HELP / name).read_text(encoding="utf-8") == content, f"{name} is old: {REMEDY}"


def test_pages_hold_what_tools_declare(plugin):
    for tool in plugin.provider.algorithms():
        text = (HELP / f"{tool.name()}.html").read_text(encoding="utf-8")
        assert f"groundshift:{tool.name()}" in text
        for definition in tool.parameterDefinitions() if hasattr(tool, "SUMMARY") else ():
            assert f"<code>{definition.name()}</code>" in text


def test_the_help_button_opens_the_page(plugin):
    for tool in plugin.provider.algorithms():
        address = urlsplit(tool.helpUrl())
        assert address.scheme == "file"
        assert Path(unquote(address.path)) == HELP / f"{tool.name()}.html"


def test_without_a_page_help_is_at_the_homepage(plugin):
    from groundshift.processing_provider.about import help_page

    assert help_page("nosuchtool").startswith("https://")


def test_links_resolve(parsed):
    for name, page in parsed.items():
        assert not page.open, name
        for link in page.links:
            address = urlsplit(link)
            if address.scheme:
                assert address.scheme == "https", (name, link)
                continue
            target = address.path or name
            if not target.endswith(".html"):  # data of a tutorial
                assert (HELP / target).is_file(), (name, link)
                continue
            assert target in parsed, (name, link)
            assert not address.fragment or address.fragment in parsed[target].ids, (name, link)


def test_nothing_is_loaded_from_elsewhere(parsed, scripts):
    zipped = set(scripts("package").files())
    for name, page in parsed.items():
        assert f"docs/help/{name}" in zipped
        assert not page.tags & {"script", "iframe", "object", "embed"}, name
        data = [link for link in page.links if link.startswith("../")]
        for address in (*page.loaded, *data):
            assert not urlsplit(address).scheme, (name, address)
            path = (HELP / address).resolve().relative_to(ROOT).as_posix()
            assert path in zipped, (name, address)
    assert "url(" not in (HELP / "help.css").read_text()


def test_every_page_is_reached_from_the_index(parsed):
    assert set(parsed) <= set(parsed["index.html"].links)


def commands(text, scripts):
    """The calls of qgis_process in a text: tool, and parameters by name."""
    for block in scripts("help_markdown").code_blocks(text):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line) if line.startswith("qgis_process run ") else []
            if words:
                pairs = (word[2:].split("=", 1) for word in words[3:])
                yield words[2].split(":"), dict(pairs)


def test_examples_fit_the_tools(plugin, scripts):
    names = [tool.name() for tool in plugin.provider.algorithms() if hasattr(tool, "SUMMARY")]
    for name in (*names, "tutorial-inventory", "tutorial-coulomb"):
        found = list(commands(written(name), scripts))
        assert found, name
        for (provider, tool), given in found:
            if provider != "groundshift":
                continue
            algorithm = plugin.provider.algorithm(tool)
            assert algorithm is not None, (name, tool)
            definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
            assert set(given) <= set(definitions), (name, set(given) - set(definitions))
            for key, definition in definitions.items():
                if key not in given and definition.defaultValue() is None:
                    assert definition.flags() & definition.Flag.FlagOptional, (name, tool, key)
                elif key in given and definition.type() == "enum":
                    assert given[key] in definition.options(), (name, key, given[key])


def test_markdown(scripts):
    to_html = scripts("help_markdown").to_html
    assert to_html("# A <b> & c") == '<h1 id="a-b-c">A &lt;b&gt; &amp; c</h1>'
    assert to_html("one\ntwo **bold** `*<x>*` [to](a.html)") == (
        '<p>one two <strong>bold</strong> <code>*&lt;x&gt;*</code> <a href="a.html">to</a></p>'
    )
    assert to_html("- a\n  b\n- c") == "<ul>\n<li>a b</li>\n<li>c</li>\n</ul>"
    assert to_html("```bash\na  <\n\n# b\n```") == "<pre><code>a  &lt;\n\n# b</code></pre>"
    assert "<td>2</td>" in to_html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert to_html("a * b * c, doi:10.1029/2011GL048757.") == (
        '<p>a * b * c, <a href="https://doi.org/10.1029/2011GL048757">doi:10.1029/2011GL048757</a>.'
        "</p>"
    )
    assert scripts("help_markdown").code_blocks("```bash\na\n```\n\n```\nb\n```\n") == ["a\n"]
