"""What a stranger answers, and the links that come by mail."""

import re

ANSWERS = {
    "child": {"forename": "Zofia", "surname": "Malin", "born": "2020-05-06"},
    "home": {"address": "3 Mill Lane", "postcode": "NC1 2AB", "here": "yes"},
    "others": {"elsewhere": "no", "name": "", "relation": "", "hide": "no", "from_whom": ""},
    "you": {
        "name": "Ewa Malin", "relation": "mother", "responsibility": "yes", "phone": "01 23",
        "address": "",
    },
    "setting": {"kind": "setting", "name": "Larkfield", "attends": "mornings only"},
    "worries": {"words": "She cannot say what she wants and hits her head."},
    "tried": {"words": "Pictures, since May."},
    "hopes": {"words": "That she has a friend."},
    "services": {"who": ["therapy"], "names": "Ms Reed"},
    "telling": {"language": "Polish", "interpreter": "yes", "how": "telephone", "needs": ""},
    "files": {"seen": True},
    "privacy": {"read": True},
}  # fmt: skip


def link_in(message) -> str:
    return re.search(r"/open/\S+/", message.body)[0]


def open_link(browser, message):
    return browser.post(link_in(message), follow=True)
