"""The handbook's page on specificity: every rule, with what it flags and what it leaves alone."""

from plait.law.specificity.table import Rule, rules

READS = """\
A sentence is looked at in three steps: is it provision at all; which words in it are vague; which
facts does it call for and not give. Nothing is rewritten for the giver. In a pattern, `/` parts
words of which one will do, `;` parts patterns, `*` is any ending, `~` any one word, `#` a number,
`..` up to three words, brackets hold what may be absent, `<clock>` is a time of day and `<role>` a
list of the table. A row of the kind "not as role" says where the same words mean something else.
"""
HEADER = "| rule | flags | leaves alone | why | standard (how sure) |\n|---|---|---|---|---|"


def page(printed: str) -> str:
    """The page as Markdown; `printed` is the line that says where it comes from."""
    parts = [f"# When is provision specific?\n\n{printed}\n{READS}"]
    for kind in dict.fromkeys(rule.kind for rule in rules().values()):
        parts.append(f"## {kind.capitalize()}\n\n{HEADER}")
        parts += [_row(rule) for rule in rules().values() if rule.kind == kind]
        parts.append("")
        parts += [f"- `{r.rule}`: `{r.pattern}`" for r in rules().values() if r.kind == kind]
        parts.append("")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    standard = f"{rule.standard} ({rule.sure})"
    return f"| `{rule.rule}` | {rule.flags} | {rule.leaves} | {rule.why} | {standard} |"
